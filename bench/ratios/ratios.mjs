import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

const EXIT = { PASS: 0, FAIL: 1, INDETERMINATE: 3 };

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });
// The items are those of the product's own roadmap.
register();

try {
  const { readOptions } = await import("./options.mjs");
  const options = readOptions(process.argv.slice(2));
  const { run } = await import("./run.mjs");
  const verdict = await run(options);
  await leave(EXIT[verdict], verdict);
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(EXIT.INDETERMINATE, "INDETERMINATE");
}
