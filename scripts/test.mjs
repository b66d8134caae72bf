import fs from "node:fs";
import { parseArgs } from "node:util";
import { Refusal } from "../db/embedded/refusal.mjs";
import { build } from "./build.mjs";
import { runNode } from "./child.mjs";
import { FAULTS } from "./faults.mjs";
import { leave } from "./leave.mjs";
import { lintAndTypes } from "./lint-and-types.mjs";
import { judge, runSupplyChecks, sayTable } from "./security/table.mjs";
import { readSettings } from "./settings.mjs";
import { makeTally } from "./tally.mjs";
import { testEnvironment } from "./test-environment.mjs";
import { runUnitAndQueries } from "./unit-and-queries.mjs";

/** Everything, or in the short form most journeys on one screen, and no page looked at for its own sake. */
export async function test(args) {
  const { values } = parseArgs({ args, options: { all: { type: "boolean", default: false } } });
  const env = await testEnvironment();
  const settings = readSettings(env);
  const tally = makeTally();

  const { findBrowser } = await import("./browser.mjs");
  const browser = await attempt(findBrowser);
  const [distDir, tests] = await Promise.all([checkAndBuild(tally, settings), attempt(() => runUnitAndQueries(settings, { short: !values.all }))]);
  tally.add(tests ?? { failed: 1 });
  if (distDir && fs.existsSync(FAULTS)) {
    const { code } = await runNode([FAULTS, "--short"], { env });
    tally.say("faults", code === 0);
  }
  if (distDir && browser) {
    const { benchPages, runJourneys, tryHostile } = await import("./journeys.mjs");
    const journeys = await runJourneys({ settings, env, browser, distDir }, { short: !values.all });
    tally.add(journeys);
    const hostile = await tryHostile({ settings, env, browser, distDir }, ["--cases", "400", "--seed", "1"]);
    const rows = judge([tests ?? {}, journeys].flatMap(({ outcomes = [] }) => outcomes).concat(hostile, (await attempt(runSupplyChecks)) ?? []), { whole: values.all });
    console.log(sayTable(rows));
    tally.say("security", rows.every(({ result }) => result !== "FAILED"));
    if (values.all) {
      tally.say("page budgets", await benchPages({ settings, env, browser, distDir }, ["--sizes"]));
      const { startRestored } = await import("./backup/start-restored.mjs");
      tally.say("a start on what was restored", Boolean(await attempt(() => startRestored({ settings, env }))));
    }
  } else {
    tally.say("journeys", false);
  }
  await leave(tally.failed > 0 ? 1 : 0, tally.lines());
}

async function checkAndBuild(tally, settings) {
  await lintAndTypes(tally);
  const distDir = await attempt(() => build(settings));
  tally.say("build", Boolean(distDir));
  return distDir;
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    console.log(error instanceof Refusal ? error.message : error);
    return null;
  }
}
