import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { readSettings } from "./settings.mjs";
import { testEnvironment } from "./test-environment.mjs";

/** Measures every public page of the tests' build as a phone would see it. */
export async function bench(args) {
  await install();
  const env = await testEnvironment();
  const settings = readSettings(env);
  const { findBrowser } = await import("./browser.mjs");
  const { build } = await import("./build.mjs");
  const { benchPages } = await import("./journeys.mjs");
  const [browser, distDir] = [await findBrowser(), await build(settings)];
  const kept = await benchPages({ settings, env, browser, distDir }, args);
  await leave(kept ? 0 : 1);
}
