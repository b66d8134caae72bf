import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { testEnvironment } from "./test-environment.mjs";

const PARTS = { failover: "bench/cluster/failover.mjs", rolling: "bench/rolling/rolling.mjs" };
const FAIL = 1;

/** Machines that are lost and instances that restart while people write: both, or the one that the first word names with its own flags. */
export async function testCluster(args) {
  await install();
  const env = await testEnvironment();
  const [name, ...rest] = args;
  const runs = Object.hasOwn(PARTS, name) ? [[PARTS[name], ...rest]] : [[PARTS.failover, ...args], [PARTS.rolling]];
  const codes = [];
  for (const run of runs) codes.push((await runNode(run, { env })).code);
  await leave(codes.includes(FAIL) ? FAIL : Math.max(...codes));
}
