import fs from "node:fs";
import path from "node:path";
import { connect, startCluster, stopCluster } from "./cluster.mjs";
import { choosePort } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Runs a Postgres of its own on a copy, which recovers it, and stops it in order: what is left needs no recovery.
 * Answers what `work` answers.
 *
 * @param {{ home: string, data: string, as: object }} place `home` is for its log
 * @param {(sql: import("postgres").Sql) => Promise<unknown>} work
 * @param {(task: () => Promise<void>) => void} whenLeaving
 */
export async function runCopy(place, native, { password, database }, work, whenLeaving) {
  let running = null;
  whenLeaving(async () => running && stopCluster(running));
  while (!running) running = await startCluster(place, native, { port: await choosePort(), password });
  const sql = connect({ port: running.port, password, database });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
    await stopCluster(running);
    if (fs.existsSync(path.join(place.data, "postmaster.pid"))) throw new Refusal(`The Postgres of ${place.data} did not stop in order: its log is pg.log beside it.`);
  }
}
