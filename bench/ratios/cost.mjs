import { workedMs } from "./worked.mjs";

/** Of work that answers how much was done: how much a second, how long each took, and how long the processes, and the first of them alone, worked on each, in ms. */
export async function costOf(work, ...pids) {
  const [began, before] = [performance.now(), pids.map((pid) => workedMs(pid))];
  const done = await work();
  const [ms, worked] = [performance.now() - began, pids.map((pid, n) => (workedMs(pid) - before[n]) / done)];
  return { perSecond: (done * 1000) / ms, ms: ms / done, workedMs: worked.reduce((sum, each) => sum + each, 0), firstMs: worked[0] };
}
