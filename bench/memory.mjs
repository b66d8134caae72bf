import fs from "node:fs";

const EVERY_MS = 5;

/** By how many MB the process grew at most while the work was done. Null where the system does not say. */
export async function growthDuring(pid, work) {
  const before = residentMb(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentMb(pid))), EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return before === null ? null : Math.max(most, residentMb(pid)) - before;
}

/**
 * What a process holds of the system, in MB of 1,000,000 bytes: now, or (VmHWM) the most it ever did. Null where the system does not say.
 * @param {"VmRSS" | "VmHWM"} figure
 */
export function residentMb(pid, figure = "VmRSS") {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return null;
  return (Number(new RegExp(`^${figure}:\\s+(\\d+)`, "m").exec(fs.readFileSync(file, "utf8"))[1]) * 1024) / 1e6;
}
