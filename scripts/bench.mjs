import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { testEnvironment } from "./test-environment.mjs";

/** Measures the pages of cohorts at their limits, with 1,000 and 100,000 learners, against the built app of the tests. */
export async function bench(args) {
  await install();
  const { code } = await runNode(["bench/cohorts/cohorts.mjs", ...args], { env: await testEnvironment() });
  await leave(code);
}
