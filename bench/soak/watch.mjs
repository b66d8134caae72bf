import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb } from "../memory.mjs";

const PATIENCE_MS = 10_000;

/** Looks at the memory of a server that bench/soak/in-server.mjs is in. */
export function makeWatch(pid, file) {
  return {
    /** What is in use after a collection, and what the process then holds. */
    async look() {
      fs.rmSync(file, { force: true });
      process.kill(pid, "SIGUSR2");
      for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
        if (fs.existsSync(file)) return { ...JSON.parse(fs.readFileSync(file, "utf8")), residentMb: residentMb(pid) };
      }
      throw new Error("The server did not say what it has in use.");
    },
    /** The most that the process ever held. */
    most: () => residentMb(pid, "VmHWM"),
  };
}
