import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { runNode } from "./child.mjs";

/** Runs projects of vitest.config.ts and answers how many of its tests passed, failed and were skipped. */
export async function runVitest(projects, env, files = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-vitest-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const { code, text } = await runNode(["node_modules/vitest/vitest.mjs", "run", ...projects.map((name) => `--project=${name}`), "--passWithNoTests", ...reporters, ...files], { env, quiet: true });
    console.log(text);
    return fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, "utf8")), { code, text }) : { failed: 1, failures: [`Vitest ended with ${code} and left no report.`] };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function count(report, { code, text }) {
  // Where a file cannot be loaded, or its preparation fails, none of its tests fail: they are skipped, or not there.
  const unprepared = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"));
  const failed = report.numFailedTests + unprepared.length;
  const outcomes = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ status, ancestorTitles, title }) => ({ file: path.relative("", name), title: [...ancestorTitles, title].join(" › "), ok: status === "passed" })),
  );
  const failures = [
    ...unprepared.map(({ name, message }) => `${path.relative("", name)} was not run: ${message.split("\n", 1)[0]}`),
    ...outcomes.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`),
  ];
  // An error that no test waited for.
  if (failed === 0 && code !== 0) failures.push(`Vitest ended with ${code}, and no test failed: ${/^.*Error: .*$/m.exec(stripVTControlCharacters(text))?.[0] ?? "why is above"}`);
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests, failures, outcomes };
}
