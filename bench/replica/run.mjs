import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { migrate } from "../../db/migrate.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { whenLeaving } from "../../scripts/leave.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { runJourneys, tell } from "../pooler/journeys.mjs";
import { startReplica } from "./streaming.mjs";

const DATA_DIR = ".data/replica";

/** Where something is written and read again at once by somebody who teaches. */
const JOURNEYS = ["grid-and-learner", "instructor-finds-who-is-stuck", "evidence-and-review", "cohorts-and-joining"];

const FOLLOWS_MS = 10_000;
const STANDS_MS = 2_000;
const LOOK_MS = 100;

/** How many journeys failed. */
export async function run() {
  const { url } = await openEmbedded({ dataDir: DATA_DIR, fresh: true });
  await migrate(url, "db/migrations");
  const replica = await startReplica(url);
  whenLeaving(() => replica.remove());
  const given = { ...readSettings(await testEnvironment()), trial: "", databaseUrl: url, directUrl: url, readUrl: replica.url };
  const seen = { reports: new Set(), stood: 0 };
  const disturb = (isOver) => disturbReplica(replica.sql, seen, isOver);
  const told = [["with a replica that stands still by turns", await runJourneys(given, { names: JOURNEYS, dataDir: DATA_DIR, during: disturb })]];
  const kill = async () => {
    await sleep(FOLLOWS_MS);
    replica.signal("SIGKILL");
  };
  told.push(["with a replica that is killed", await runJourneys(given, { names: JOURNEYS.slice(0, 1), dataDir: DATA_DIR, during: kill })]);
  const failed = tell(told);
  console.log(`At least ${seen.reports.size} reports were read from the replica, which stood still ${seen.stood} times.`);
  if (seen.reports.size === 0 || seen.stood === 0) throw new Refusal("The replica was not read, or never stood still.");
  return failed;
}

/** Lets the replica stand still by turns, and notes which reports it was asked for. */
async function disturbReplica(sql, seen, isOver) {
  for (let stands = false, since = Date.now(); !isOver(); await sleep(LOOK_MS)) {
    const rows = await sql`select pid || ' ' || query_start as report from pg_stat_activity where application_name = 'milepost' and query ~ 'materialized'`;
    for (const { report } of rows) seen.reports.add(report);
    if (Date.now() - since < (stands ? STANDS_MS : FOLLOWS_MS)) continue;
    since = Date.now();
    stands = !stands;
    if (stands) seen.stood += 1;
    await (stands ? sql`select pg_wal_replay_pause()` : sql`select pg_wal_replay_resume()`);
  }
  await sql`select pg_wal_replay_resume()`;
}
