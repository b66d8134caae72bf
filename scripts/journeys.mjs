import fs from "node:fs";
import path from "node:path";
import { isReady } from "./address.mjs";
import { launchNode, runNode, stop } from "./child.mjs";
import { openEmbedded } from "./database.mjs";
import { appEnvironment } from "./settings.mjs";

/** Runs the journeys against the built app and an empty database of its own, and counts them. */
export async function runJourneys({ settings, env, browser, distDir }) {
  const { url: databaseUrl } = await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  const log = path.join(settings.dataDir, "app.log");
  const output = fs.openSync(log, "w");
  const app = await launchNode(["scripts/run.mjs", "start"], { env, output });
  fs.closeSync(output);
  let gone = false;
  app.ended.then(() => (gone = true));
  try {
    if (!(await isReady(settings, { patience: 90_000, givenUp: () => gone }))) {
      console.log(`The application did not become ready:\n${fs.readFileSync(log, "utf8")}`);
      return { failed: 1 };
    }
    const report = path.join(settings.dataDir, "journeys.json");
    fs.rmSync(report, { force: true });
    const { code } = await runNode(["node_modules/playwright/cli.js", "test"], {
      env: {
        ...appEnvironment(settings, { databaseUrl, distDir }),
        BASE_URL: settings.appUrl,
        CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    });
    const counted = fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, "utf8")), code) : { failed: 1 };
    if (counted.failed > 0) console.log(`What the application said is in ${path.relative("", log)}.`);
    return counted;
  } finally {
    await stop(app, 40_000);
  }
}

function count({ stats, errors }, code) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: stats.skipped };
}
