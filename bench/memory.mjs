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

function residentMb(pid) {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return null;
  return Number(fs.readFileSync(file, "utf8").match(/^VmRSS:\s+(\d+)/m)[1]) / 1024;
}
