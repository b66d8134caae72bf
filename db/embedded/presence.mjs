import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const linux = process.platform === "linux";
const boot = linux ? fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() : "";

/** When the process with this pid started, so that a reused pid is told apart; null when none runs. */
export const startOf = (pid) => look(pid)?.start ?? null;

export const parentOf = (pid) => look(pid)?.parent ?? null;

function look(pid) {
  if (!linux) return lookWithPs(pid);
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, parent] = fields;
    return state === "Z" || state === "X" ? null : { parent: Number(parent), start: `${boot} ${fields[19]}` };
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ESRCH") return null;
    throw error;
  }
}

function lookWithPs(pid) {
  const line = ps(pid, "stat=,ppid=,lstart=");
  const [, state, parent, start] = line.match(/^\s*(\S+)\s+(\d+)\s+(.*\S)/) ?? [];
  return !state || state.startsWith("Z") ? null : { parent: Number(parent), start };
}

function ps(pid, columns) {
  try {
    return execFileSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  } catch (error) {
    if (error.status === 1) return "";
    throw error;
  }
}

/** The command line of a process, or "" when none runs. */
export function commandOf(pid) {
  if (!linux) return ps(pid, "command=");
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ESRCH") return "";
    throw error;
  }
}

export function enter(directory) {
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, String(process.pid)), startOf(process.pid));
}

export function depart(directory) {
  fs.rmSync(path.join(directory, String(process.pid)), { force: true });
}

/** Whether another process that entered is still alive; forgets those that are not. */
export function othersIn(directory) {
  if (!fs.existsSync(directory)) return false;
  let others = false;
  for (const name of fs.readdirSync(directory)) {
    if (name === String(process.pid)) continue;
    const file = path.join(directory, name);
    if (startOf(name) === fs.readFileSync(file, "utf8")) others = true;
    else fs.rmSync(file, { force: true });
  }
  return others;
}
