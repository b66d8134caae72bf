import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { commandOf } from "../../db/embedded/presence.mjs";

export function childrenOf(parent) {
  return listProcesses()
    .filter((process) => process.parent === parent)
    .map(({ pid }) => ({ pid, command: commandOf(pid) }));
}

/** The server among the processes that a wrapper started; undefined when it is not there. */
export function serverOf(wrapper) {
  return childrenOf(wrapper).find(({ command }) => command.includes("scripts/server.mjs"))?.pid;
}

function listProcesses() {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid, parent]) => ({ pid, parent }));
  }
  return fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, "utf8");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent) }];
    } catch {
      // It ended between the listing and the look.
      return [];
    }
  });
}
