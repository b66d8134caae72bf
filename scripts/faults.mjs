import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { readSettings } from "./settings.mjs";
import { testEnvironment } from "./test-environment.mjs";

export const FAULTS = "bench/faults/progress.mjs";
const OTHERS = { restore: "bench/restore/restore.mjs" };

/** The test that kills the server and Postgres while clients write, against the built app of the tests, or the one that the first word names. */
export async function faults(args) {
  await install();
  const env = await testEnvironment();
  const { build } = await import("./build.mjs");
  await build(readSettings(env));
  const [name, ...rest] = args;
  const run = Object.hasOwn(OTHERS, name) ? [OTHERS[name], ...rest] : [FAULTS, ...args];
  const { code } = await runNode(run, { env });
  await leave(code);
}
