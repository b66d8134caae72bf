import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { requireReplica } from "@/scripts/reachable.mjs";
import { db } from "./client";
import { findTaughtCohort, type TaughtCohort, type TaughtLearner } from "./queries/cohorts";
import { listGridRows } from "./queries/grid";
import { listSettlements, saveSettlement } from "./queries/signals";
import { report } from "./report";
import { users } from "./schema/accounts";
import { cohorts, enrollments } from "./schema/cohorts";

/** A Postgres of its own, as a replica follows the log of all that others write beside it, and a copy that follows it. */
const { primary, replica } = await vi.hoisted(async () => {
  const { openDatabase } = await import("./embedded.mjs");
  const { migrate } = await import("./migrate.mjs");
  const { startReplica } = await import("../bench/replica/streaming.mjs");
  const primary = await openDatabase({ dataDir: ".data/test-replica", fresh: true });
  await migrate(primary.url, "db/migrations");
  const replica = await startReplica(primary.url);
  process.env.DATABASE_URL = primary.url;
  process.env.DATABASE_READ_URL = replica.url;
  return { primary, replica };
});

const teacher = uuidv7();
const learnerId = uuidv7();
const slug = randomUUID();
let cohort: TaughtCohort;

beforeAll(async () => {
  const cohortId = uuidv7();
  await db.insert(users).values([teacher, learnerId].map((id) => ({ id, name: "Sneha", email: `${id}@example.org` })));
  await db.insert(cohorts).values({ id: cohortId, slug, name: "A cohort", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 });
  await db.insert(enrollments).values([
    { cohortId, userId: teacher, role: "instructor" },
    { cohortId, userId: learnerId, role: "learner" },
  ]);
  const taught = await findTaughtCohort(slug, { id: teacher, admin: false });
  if (!taught) throw new Error("The cohort was not made.");
  cohort = taught;
});

afterEach(() => vi.useRealTimers());

afterAll(() => replica.remove().finally(() => primary.leave()));

let ahead = 0;

/** As if the replica had failed long ago: a clock that was moved, and no timer. */
function laterOn() {
  ahead += 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: performance.timeOrigin + performance.now() + ahead });
}

const readsReplica = async () => (await report((of) => of.execute<{ replica: boolean }>(sql`select pg_is_in_recovery() as replica`)))[0]?.replica;

/** Waits for a replica that was behind for a moment, as on a busy machine it is. */
const withReplica = (look: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      laterOn();
      await look();
    },
    { timeout: 10_000 },
  );

const replicaIsRead = () => withReplica(async () => expect(await readsReplica()).toBe(true));

/** Whether what an instructor just wrote is in what they read next. */
async function writeAndRead(): Promise<boolean> {
  const learner = { cohort, id: learnerId } as TaughtLearner;
  const note = randomUUID();
  await saveSettlement(learner, { rule: "quiet", itemId: "", facts: "", snoozedUntil: null, note });
  return (await listSettlements(cohort)).some((settlement) => settlement.note === note);
}

async function readGrid() {
  const rows = await listGridRows(cohort, { sort: "name", itemIds: [], group: null, doing: false, withLast: false, after: null, limit: 50 });
  return rows.map(({ id }) => id);
}

test("the grid is read from the replica", () =>
  withReplica(async () => {
    expect(await readGrid()).toEqual([learnerId]);
    const asked = await replica.sql<{ query: string }[]>`select query from pg_stat_activity where application_name = 'milepost'`;
    expect(asked.some(({ query }) => query.includes("ordered as materialized"))).toBe(true);
  }));

test("the start takes a replica, says of one that is away or is none that the primary is read, and refuses that of another database", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const directUrl = process.env.DATABASE_URL ?? "";
  const lines = async (readUrl: string) => {
    said.mockClear();
    await requireReplica({ directUrl, readUrl });
    return said.mock.calls.flat();
  };
  expect(await lines(replica.url)).toEqual([]);
  expect(await lines(directUrl)).toEqual(["DATABASE_READ_URL leads to a database that is no replica: reports are read from the primary."]);
  expect(await lines("postgres://nobody@127.0.0.1:1/none")).toEqual([expect.stringMatching(/^The database of DATABASE_READ_URL cannot be used: .* reports are read from the primary\.$/)]);
  const other = Object.assign(new URL(replica.url), { pathname: "/postgres" }).href;
  await expect(lines(other)).rejects.toThrow("DATABASE_READ_URL leads to no replica of this database");
  said.mockRestore();
});

test("what was written is in the next report, and that is read from the replica", async () => {
  let fromReplica = 0;
  for (let time = 0; time < 50; time += 1) {
    laterOn();
    expect(await writeAndRead()).toBe(true);
    if (await readsReplica()) fromReplica += 1;
  }
  expect(fromReplica).toBeGreaterThan(0);
});

test("while the replica stands still, what was written is in the next report all the same, and afterwards the replica is read again", async () => {
  laterOn();
  await replica.sql`select pg_wal_replay_pause()`;
  for (let time = 0; time < 5; time += 1) expect(await writeAndRead()).toBe(true);
  expect(await readsReplica()).toBe(false);
  await replica.sql`select pg_wal_replay_resume()`;
  await replicaIsRead();
});

test("while the replica says nothing a report comes from the primary after half a second, and then without waiting", async () => {
  laterOn();
  replica.signal("SIGSTOP");
  try {
    const began = performance.now();
    expect(await readGrid()).toEqual([learnerId]);
    const first = performance.now() - began;
    // Half a second is waited for a replica that says nothing, and three for what is read from it.
    expect(first).toBeLessThan(3_000);
    for (let time = 0; time < 5; time += 1) {
      expect(await writeAndRead()).toBe(true);
      expect(await readsReplica()).toBe(false);
    }
    // Ten that wait half a second each would take five.
    expect(performance.now() - began - first).toBeLessThan(3_000);
  } finally {
    replica.signal("SIGCONT");
  }
  await replicaIsRead();
});

test("when the replica is killed a report comes from the primary", async () => {
  await replicaIsRead();
  replica.signal("SIGKILL");
  expect(await readGrid()).toEqual([learnerId]);
  laterOn();
  expect(await writeAndRead()).toBe(true);
  expect(await readsReplica()).toBe(false);
});
