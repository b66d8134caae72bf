import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

// Restarts two instances behind HAProxy one after the other while 16 clients tick and read: what failed, and what was lost?
//   npm run test:cluster -- rolling --restarts 10
// HAPROXY names the program when it is not on the path. Not part of npm test.

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });
register();

try {
  const { values } = parseArgs({ options: { restarts: { type: "string", default: "10" } } });
  const { run } = await import("./run.mjs");
  const faults = await run({ restarts: Number(values.restarts) });
  await leave(faults === 0 ? 0 : 1, faults === 0 ? "PASS" : "FAIL");
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(3, "INDETERMINATE");
}
