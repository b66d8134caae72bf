import { build } from "./build.mjs";
import { findBrowser } from "./browser.mjs";
import { runJourneys, tryHostile } from "./journeys.mjs";
import { leave } from "./leave.mjs";
import { REQUIREMENTS } from "./security/requirements.mjs";
import { judge, runSupplyChecks, sayTable, whereOf } from "./security/table.mjs";
import { readSettings } from "./settings.mjs";
import { testEnvironment } from "./test-environment.mjs";
import { runUnitAndQueries } from "./unit-and-queries.mjs";

/** Runs every test that a requirement names, and prints the table of requirements. */
export async function checkSecurity() {
  const env = await testEnvironment();
  const settings = readSettings(env);
  const browser = await findBrowser();
  const files = [...new Set(REQUIREMENTS.flatMap(({ proofs }) => proofs.map(whereOf)))];

  const tests = await runUnitAndQueries(settings, { files: files.filter((file) => file.endsWith(".test.ts")) });
  const distDir = await build(settings);
  const journeys = await runJourneys({ settings, env, browser, distDir }, { args: files.filter((file) => file.endsWith(".spec.ts")) });
  const hostile = await tryHostile({ settings, env, browser, distDir }, ["--cases", "6000"]);
  const rows = judge([...(tests.outcomes ?? []), ...(journeys.outcomes ?? []), ...hostile, ...(await runSupplyChecks())]);
  await leave(rows.some(({ result }) => result === "FAILED") ? 1 : 0, sayTable(rows));
}
