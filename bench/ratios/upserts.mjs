import { once } from "node:events";
import { launchNode, stop } from "../../scripts/child.mjs";

/** A process that writes what batches of ticks write, and nothing else. */
export async function startUpserts(given) {
  const child = await launchNode(["--import", "tsx", "bench/ratios/write-upserts.mjs"]);
  const ask = async (message) => {
    child.send(message);
    const [answer] = await once(child, "message");
    return answer;
  };
  await ask(given);
  return {
    pid: child.pid,
    /** Answers how many operations were written. */
    write: async (seconds) => (await ask({ seconds })).written,
    stop: () => stop(child),
  };
}
