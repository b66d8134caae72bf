import { fileURLToPath } from "node:url";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

// Journeys of instructors and learners with a replica for reports, which follows, stands still by turns, and is then killed.
//   node bench/replica/replica.mjs
// Not part of npm test, which has db/report.test.ts.

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });

try {
  const { run } = await import("./run.mjs");
  const faults = await run();
  await leave(faults === 0 ? 0 : 1, faults === 0 ? "PASS" : "FAIL");
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(3, "INDETERMINATE");
}
