import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });
// The items are those of the product's own roadmap.
register();

try {
  const { run } = await import("./run.mjs");
  await leave((await run()) ? 0 : 1);
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(2);
}
