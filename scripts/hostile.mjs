import { build } from "./build.mjs";
import { tryHostile } from "./journeys.mjs";
import { leave } from "./leave.mjs";
import { readSettings } from "./settings.mjs";
import { testEnvironment } from "./test-environment.mjs";

/** Hostile requests against the built app of the tests: `--cases 6000 --seed 7`, or one of them with `--only 41`. */
export async function hostile(args) {
  const env = await testEnvironment();
  const settings = readSettings(env);
  const [{ ok }] = await tryHostile({ settings, env, distDir: await build(settings) }, args);
  await leave(ok ? 0 : 1);
}
