import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { migrate } from "../../db/migrate.mjs";
import { findAction, makeCaller } from "../faults/action.mjs";
import { addPeople } from "../faults/people.mjs";
import { runClient } from "./client.mjs";
import { startInstance, startProxy } from "./instances.mjs";

const DATA_DIR = ".data/rolling";
const AFTERWARDS_MS = 5_000;

/** How many requests failed, and how many acknowledged ticks are not there. */
export async function run({ restarts }) {
  const settings = readSettings(await testEnvironment());
  const distDir = await build(settings);
  const { url } = await openEmbedded({ dataDir: DATA_DIR, fresh: true });
  await migrate(url, "db/migrations");
  const authSecret = randomBytes(33).toString("base64");
  const start = (port) => startInstance({ settings, distDir, databaseUrl: url, authSecret, dataDir: DATA_DIR, port });
  const instances = [await start(settings.port + 1), await start(settings.port + 2)];
  await startProxy({ dataDir: DATA_DIR, port: settings.port, ports: instances.map(({ port }) => port) });

  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    const origin = settings.appUrl;
    const tick = makeCaller({ origin, actionId: findAction(distDir, "recordProgress") });
    let over = false;
    const people = await addPeople(sql, authSecret);
    const clients = [];
    // One after the other: both instances have just started, and restarts under load are what is measured.
    for (const person of people) {
      clients.push(runClient({ ...person, origin, tick, isOver: () => over }));
      await sleep(AFTERWARDS_MS / people.length);
    }
    await sleep(AFTERWARDS_MS);
    for (let n = 0; n < restarts; n += 1) {
      const { port, stop } = instances[n % 2];
      const began = performance.now();
      await stop();
      instances[n % 2] = await start(port);
      console.log(`restart ${n + 1}: ${Math.round((performance.now() - began) / 1000)} s`);
      await sleep(AFTERWARDS_MS);
    }
    over = true;
    return await tell(sql, await Promise.all(clients));
  } finally {
    await sql.end();
  }
}

async function tell(sql, results) {
  const recorded = results.flatMap((result) => result.recorded);
  const failed = results.flatMap((result) => result.failed);
  const rows = await sql`select op_id as "opId" from progress_operations`;
  const there = new Set(rows.map(({ opId }) => opId));
  const lost = recorded.filter((opId) => !there.has(opId));
  const longest = Math.max(...results.map((result) => result.longest));
  const asked = results.reduce((sum, result) => sum + result.asked, 0);
  console.log(`${asked} requests, ${failed.length} failed; ${recorded.length} ticks acknowledged, ${lost.length} lost; the longest request took ${Math.round(longest)} ms.`);
  for (const line of failed.slice(0, 20)) console.log(line);
  return failed.length + lost.length + (recorded.length === 0 ? 1 : 0);
}
