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
    /** Writes the states of ticks one by one, or batches of so many ticks with their log. Answers how many were written. */
    write: async (seconds, batch) => (await ask({ seconds, batch })).written,
    stop: () => stop(child),
  };
}
