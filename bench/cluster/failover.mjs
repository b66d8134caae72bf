import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

// Kills, freezes and changes the leader of three Postgres under Patroni while eight devices write through two instances: what was lost,
// and for how long was nothing recorded? README.md here says more.

const EXIT = { PASS: 0, FAIL: 1, INDETERMINATE: 3 };

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });
// The checker folds with the product's own lib/progress/fold.ts.
register();

try {
  const { values } = parseArgs({ options: { asynchronous: { type: "boolean", default: false } } });
  const { run } = await import("./run.mjs");
  const verdict = await run(values);
  await leave(EXIT[verdict], verdict);
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(EXIT.INDETERMINATE, "INDETERMINATE");
}
