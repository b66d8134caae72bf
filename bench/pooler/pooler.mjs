import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

// The query tests, and then journeys of people, through PgBouncer in transaction mode.
//   node bench/pooler/pooler.mjs [--only queries|journeys] [--untold]
// PGBOUNCER names the program when it is not on the path. --untold: the application is not told of it, which must fail. Not part of npm test.

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });

try {
  const { values } = parseArgs({ options: { only: { type: "string" }, untold: { type: "boolean", default: false } } });
  const { run } = await import("./run.mjs");
  const faults = await run(values);
  await leave(faults === 0 ? 0 : 1, faults === 0 ? "PASS" : "FAIL");
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(3, "INDETERMINATE");
}
