import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { roadmap } from "../../lib/roadmap/catalog.ts";
import { PATIENCE_MS, statusOf } from "../faults/action.mjs";

const ITEMS = roadmap.steps.flatMap((step) => step.items).map(({ slug }) => slug);
const PAGES = ["/api/progress", "/plan", "/roadmap", "/sign-in"];
const BATCH = 5;
const PAUSE_MS = 100;

/** A device that ticks and reads by turns, and asks nothing twice: what it is refused stays counted. */
export async function runClient({ name, cookie, owner, origin, tick, isOver }) {
  const result = { asked: 0, recorded: [], failed: [], longest: 0 };
  for (let clock = 1; !isOver(); clock += 1) {
    await attempt("tick", async () => {
      const operations = ITEMS.slice(clock % 20, (clock % 20) + BATCH).map((itemId) => ({ opId: uuidv7(), itemId, state: "done", clock, at: new Date().toISOString() }));
      const answer = await tick({ cookie, owner, operations });
      if (!answer.ok) throw new Error(answer.reason);
      result.recorded.push(...operations.filter((_, n) => answer.answers[n].answer === "recorded").map(({ opId }) => opId));
    });
    const page = PAGES[clock % PAGES.length];
    await attempt(page, async () => {
      const response = await fetch(origin + page, { headers: { Cookie: cookie }, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
      await response.arrayBuffer();
      if (response.status >= 400) throw new Error(statusOf(response));
    });
    await sleep(PAUSE_MS);
  }
  return result;

  async function attempt(what, work) {
    const began = performance.now();
    result.asked += 1;
    try {
      await work();
    } catch (error) {
      result.failed.push(`${new Date().toISOString()} ${name} ${what}: ${error.cause?.code ?? error.message}`);
    }
    result.longest = Math.max(result.longest, performance.now() - began);
  }
}
