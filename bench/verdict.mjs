import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { Refusal } from "../db/embedded/refusal.mjs";
import { isLeaving, leave, leaveOnSignals } from "../scripts/leave.mjs";

const EXIT = { PASS: 0, FAIL: 1, INDETERMINATE: 3 };

/** Ends the process with the verdict of `work`, INDETERMINATE when it fails. `work` imports what it needs: it may be in TypeScript. */
export async function endWith(work) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  leaveOnSignals({ code: 130 });
  register();
  try {
    const verdict = await work();
    await leave(EXIT[verdict], verdict);
  } catch (error) {
    if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
    await leave(EXIT.INDETERMINATE, "INDETERMINATE");
  }
}

/** Of a count. */
export const passIfNone = (faults) => (faults === 0 ? "PASS" : "FAIL");
