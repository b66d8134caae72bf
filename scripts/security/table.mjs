import { SUPPLY_CHECKS } from "../supply/checks.mjs";
import { REQUIREMENTS } from "./requirements.mjs";

/** @typedef {{ file: string, title: string, ok: boolean }} Outcome of a test, or of a check of scripts/supply, whose file is "supply" */

/** What the checks of scripts/supply answer. @returns {Promise<Outcome[]>} */
export async function runSupplyChecks() {
  const outcomes = [];
  for (const [title, { name, run }] of Object.entries(SUPPLY_CHECKS)) {
    const { ok, said } = await run();
    if (!ok) console.log(`${name}: no.\n${said}`);
    outcomes.push({ file: "supply", title, ok });
  }
  return outcomes;
}

/**
 * Each requirement with the tests that show it and what came of them. A proof that names no test is a failure: else
 * nobody would miss a test that was renamed or deleted. Where the tests were not all run (`whole`), such a requirement was not shown.
 *
 * @param {Outcome[]} outcomes
 */
export function judge(outcomes, { whole = true, requirements = REQUIREMENTS } = {}) {
  return requirements.map(({ id, asvs, says, proofs }) => {
    const found = proofs.map((proof) => ({ proof, tests: outcomes.filter((outcome) => fits(proof, outcome)) }));
    const missing = found.filter(({ tests }) => tests.length === 0).map(({ proof }) => (whole ? `no test is named ${proof}` : `not run: ${proof}`));
    const failed = found.flatMap(({ tests }) => tests.filter(({ ok }) => !ok).map(({ file, title }) => `failed: ${file} › ${title}`));
    const faults = [...missing, ...failed];
    const result = proofs.length === 0 ? "open" : failed.length > 0 || (whole && missing.length > 0) ? "FAILED" : missing.length > 0 ? "not run" : "passed";
    return { id, asvs, says, proofs, result, tests: found.flatMap(({ tests }) => tests).length, faults };
  });
}

/** @param {ReturnType<typeof judge>} rows */
export function sayTable(rows) {
  const lines = rows.flatMap(({ id, asvs, says, proofs, result, tests, faults }) => [
    `${result.padEnd(7)}  ${id.padEnd(8)}  ${says} (ASVS ${asvs})`,
    ...(tests > 0 ? [`${" ".repeat(19)}${tests} ${tests === 1 ? "test" : "tests"}: ${[...new Set(proofs.map(whereOf))].join(", ")}`] : []),
    ...faults.map((fault) => " ".repeat(19) + fault),
  ]);
  const count = (result) => rows.filter((row) => row.result === result).length;
  const left = count("not run");
  return [...lines, `Of ${rows.length} requirements ${count("passed")} are shown, ${count("FAILED")} failed, ${count("open")} are open${left > 0 ? `, ${left} need tests that only npm test -- --all runs` : ""}.`].join("\n");
}

/** @param {string} proof */
export const whereOf = (proof) => proof.split(" › ")[0];

function fits(proof, { file, title }) {
  const [where, what] = proof.split(" › ");
  return file === where && title.includes(what);
}
