import fs from "node:fs";
import { childrenOf } from "../faults/processes.mjs";

/** The kernel tells times in hundredths of a second, whatever its own clock. */
const HUNDREDTH_MS = 10;

/** How long processes and all that they started, what ended since among it, have worked on a processor, in ms. Linux only. */
export function workedMs(...pids) {
  return pids.reduce((sum, pid) => sum + ownMs(pid) + workedMs(...childrenOf(pid).map((child) => child.pid)), 0);
}

function ownMs(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const times = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 15);
    return times.reduce((sum, time) => sum + Number(time), 0) * HUNDREDTH_MS;
  } catch (error) {
    // It ended since it was listed: its parent has its time.
    if (error.code === "ENOENT" || error.code === "ESRCH") return 0;
    throw error;
  }
}
