import fs from "node:fs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { build } from "./build.mjs";
import { runNode } from "./child.mjs";
import { FAULTS } from "./faults.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { lintAndTypes } from "./lint-and-types.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";
import { makeTally } from "./tally.mjs";
import { testEnvironment } from "./test-environment.mjs";
import { runVitest } from "./vitest.mjs";

export async function test() {
  await install();
  const env = await testEnvironment();
  const settings = readSettings(env);
  const tally = makeTally();

  const { findBrowser } = await import("./browser.mjs");
  const browser = await attempt(findBrowser);
  await lintAndTypes(tally);
  tally.add((await attempt(() => runUnitAndQueries(settings))) ?? { failed: 1 });

  const distDir = await attempt(() => build(settings));
  tally.say("build", Boolean(distDir));
  if (distDir && fs.existsSync(FAULTS)) {
    const { code } = await runNode([FAULTS, "--short"], { env });
    tally.say("faults", code === 0);
  }
  if (distDir && browser) {
    const { benchPages, runJourneys } = await import("./journeys.mjs");
    tally.add(await runJourneys({ settings, env, browser, distDir }));
    tally.say("page budgets", await benchPages({ settings, env, browser, distDir }, ["--sizes"]));
  } else {
    tally.say("journeys", false);
  }
  await leave(tally.failed > 0 ? 1 : 0, tally.lines());
}

async function runUnitAndQueries(settings) {
  const { openEmbedded } = await import("./database.mjs");
  const { migrate } = await import("../db/migrate.mjs");
  const database = await openEmbedded({ dataDir: settings.dataDir, name: "milepost_unit", fresh: true });
  await migrate(database.url, "db/migrations");
  const env = appEnvironment(settings, { databaseUrl: database.url, distDir: settings.distDir });
  const counted = await runVitest(["unit", "queries"], env);
  await database.leave();
  return counted;
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    console.log(error instanceof Refusal ? error.message : error);
    return null;
  }
}
