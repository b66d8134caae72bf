import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runNode } from "./child.mjs";

/** Runs projects of vitest.config.ts and answers how many of its tests passed, failed and were skipped. */
export async function runVitest(projects, env, files = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-vitest-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const { code, text } = await runNode(["node_modules/vitest/vitest.mjs", "run", ...projects.map((name) => `--project=${name}`), "--passWithNoTests", ...reporters, ...files], { env, quiet: true });
    console.log(text);
    return fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, "utf8")), code) : { failed: 1 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function count(report, code) {
  const unloadable = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = report.numFailedTests + unloadable.length;
  const outcomes = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ status, ancestorTitles, title }) => ({ file: path.relative("", name), title: [...ancestorTitles, title].join(" › "), ok: status === "passed" })),
  );
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...unloadable.map((file) => path.relative("", file.name)), ...outcomes.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`)],
    outcomes,
  };
}
