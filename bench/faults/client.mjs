import { setTimeout as sleep } from "node:timers/promises";
import { between } from "./random.mjs";

/** One device: sends its batches at its pace, and each again with the same ids until every operation is recorded. */
export async function runClient({ name, cookie, owner, batches, call, history, random, whenDue, isOver }) {
  async function attempt(operations) {
    const number = history.invoke(name, operations);
    const asked = performance.now();
    const took = () => Math.round(performance.now() - asked);
    try {
      const answer = await call({ cookie, owner, operations });
      if (!answer.ok) {
        history.note("fail", { call: number, took: took(), reason: answer.reason });
        return [];
      }
      const named = (wanted) => operations.filter((_, index) => answer.answers[index].answer === wanted).map(({ opId }) => opId);
      const [recorded, refused] = [named("recorded"), named("refused")];
      history.note("ok", { call: number, took: took(), recorded, ...(refused.length > 0 && { refused }) });
      return [...recorded, ...refused];
    } catch (error) {
      history.note("info", { call: number, took: took(), reason: error.cause?.code ?? error.message });
      return [];
    }
  }

  for (const [index, { operations, copies }] of batches.entries()) {
    await whenDue(index, batches.length);
    let waiting = operations;
    while (waiting.length > 0 && !isOver()) {
      const answered = new Set((await Promise.all(Array.from({ length: copies }, () => attempt(waiting)))).flat());
      waiting = waiting.filter(({ opId }) => !answered.has(opId));
      if (waiting.length > 0) await sleep(between(random, 100, 500));
    }
  }
}
