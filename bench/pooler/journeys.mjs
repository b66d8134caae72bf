import { randomBytes } from "node:crypto";
import { build } from "../../scripts/build.mjs";
import { playJourneys } from "../../scripts/journeys.mjs";
import { appEnvironment } from "../../scripts/settings.mjs";
import { startInstance } from "../rolling/instances.mjs";

/** Runs journeys of people against an instance at these addresses of databases, and counts them. `during` goes on until they have ended. */
export async function runJourneys(given, { names, dataDir, during }) {
  const { findBrowser } = await import("../../scripts/browser.mjs");
  const browser = await findBrowser();
  const distDir = await build(given);
  const { databaseUrl, directUrl, readUrl, port } = given;
  const authSecret = randomBytes(33).toString("base64");
  const instance = await startInstance({ settings: given, distDir, databaseUrl, directUrl, readUrl, authSecret, dataDir, port });
  let over = false;
  const beside = during?.(() => over);
  try {
    const env = { ...appEnvironment({ ...given, authSecret }, { databaseUrl, distDir }), CHROMIUM: browser, JOURNEYS: "short" };
    return await playJourneys(names.map((name) => `e2e/${name}.spec.ts`), given, env);
  } finally {
    over = true;
    await beside;
    await instance.stop();
  }
}

/** Says what came of each, and answers how many failed. */
export function tell(told) {
  for (const [what, { passed = 0, failed, failures = [] }] of told) {
    console.log(`${what}: ${passed} passed, ${failed} failed`);
    for (const failure of failures) console.log(`  ${failure}`);
  }
  return told.reduce((sum, [, { failed }]) => sum + failed, 0);
}
