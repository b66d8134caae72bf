import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Somebody who behaves, beside whoever does not: how long their requests take. */
export function observe(origin: string, cookie: string) {
  const worker = new Worker(new URL("./observer.mjs", import.meta.url), { workerData: { origin, cookie } });
  const failed = once(worker, "error").then(([error]) => error as Error);
  return {
    /** The milliseconds of each request since the last time this was asked; the error, once one was not answered. */
    async times(): Promise<number[] | Error> {
      const answer = once(worker, "message").then(([times]) => times as number[], (error: unknown) => error as Error);
      worker.postMessage("times");
      return Promise.race([answer, failed]);
    },
    end: () => worker.terminate(),
  };
}

/** In milliseconds; 0 of none. */
export function p95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
}
