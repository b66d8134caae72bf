import fs from "node:fs";
import path from "node:path";
import { serverOf } from "../bench/faults/processes.mjs";
import { isReady } from "./address.mjs";
import { launchNode, runNode, stop } from "./child.mjs";
import { openEmbedded } from "./database.mjs";
import { appEnvironment } from "./settings.mjs";

/**
 * Runs the journeys against the built app and an empty database of its own, and counts them. `short`: on one screen, without the longest, and no page
 * looked at for its own sake.
 */
export async function runJourneys(given, { args = [], short = false } = {}) {
  const play = (settings, environment) => playJourneys(args, settings, { ...environment, ...(short && { JOURNEYS: "short" }) });
  return (await withApplication(given, play)) ?? { failed: 1 };
}

/** What each page costs a phone, against its budget. Answers whether all keep to theirs. */
export async function benchPages(given, args) {
  const measured = await withApplication(given, ({ appUrl }, environment) =>
    runNode(["bench/pages/pages.mjs", ...args], { env: { ...environment, BASE_URL: appUrl } }),
  );
  return measured?.code === 0;
}

const HOSTILE = "scripts/security/hostile/run.ts";

/** Sends the built app what nobody should send. Answers what came of it, as of one test. */
export async function tryHostile(given, args) {
  const tried = await withApplication(given, (settings, environment, app) => {
    const watched = ["--log", logOf(settings), "--pid", String(serverOf(app.pid) ?? 0)];
    return runNode(["--conditions=react-server", "--import", "tsx", HOSTILE, ...watched, ...args], { env: { ...environment, BASE_URL: settings.appUrl } });
  });
  return [{ file: HOSTILE, title: "hostile requests write nothing and stop nothing", ok: tried?.code === 0 }];
}

/** Starts the built app on an empty database, does the work, and stops it. Null when it did not become ready. */
export async function withApplication({ settings, env, browser, distDir }, work) {
  const { url: databaseUrl } = await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  const log = logOf(settings);
  const output = fs.openSync(log, "w");
  const app = await launchNode(["scripts/run.mjs", "start"], { env, output });
  fs.closeSync(output);
  let gone = false;
  app.ended.then(() => (gone = true));
  try {
    if (!(await isReady(settings, { patience: 90_000, givenUp: () => gone }))) {
      console.log(`The application did not become ready:\n${fs.readFileSync(log, "utf8")}`);
      return null;
    }
    return await work(settings, { ...appEnvironment(settings, { databaseUrl, distDir }), CHROMIUM: browser }, app);
  } finally {
    await stop(app, 40_000);
  }
}

/** Runs journeys against an application that is up, and counts them. */
export async function playJourneys(args, settings, environment) {
  const report = path.join(settings.dataDir, "journeys.json");
  fs.rmSync(report, { force: true });
  const { code } = await runNode(["node_modules/playwright/cli.js", "test", ...args], {
    env: { ...environment, BASE_URL: settings.appUrl, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const counted = fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, "utf8")), code) : { failed: 1 };
  if (counted.failed > 0) console.log(`What the application said is in ${path.relative("", logOf(settings))}.`);
  return counted;
}

const logOf = (settings) => path.join(settings.dataDir, "app.log");

function count({ stats, errors, suites }, code) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  const outcomes = suites.flatMap(outcomesOf);
  const failures = [
    ...errors.map(({ message }) => `journeys, outside of any: ${message}`),
    ...outcomes.filter(({ ok }) => !ok).map(({ file, title, project }) => `${project} › ${file} › ${title}`),
  ];
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: stats.skipped, failures, outcomes };
}

function outcomesOf({ specs, suites = [] }) {
  const ofItself = specs.flatMap(({ file, title, tests }) =>
    tests.filter(({ status }) => status !== "skipped").map(({ projectName, status }) => ({ file: `e2e/${file}`, title, project: projectName, ok: status === "expected" })),
  );
  return [...ofItself, ...suites.flatMap(outcomesOf)];
}
