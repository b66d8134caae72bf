import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { countChanged, mayWait, tellInstructors, whenChanged } from "./changes";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { saveEvidence } from "./evidence";
import { saveOperations } from "./progress";

/** Longer than a message takes, and shorter than a board waits by itself. */
const HEARD_MS = 2_500;

async function addPerson() {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "Sneha Patil", email: `${id}@example.org` });
  return id;
}

async function addCohort(learners: number) {
  const id = uuidv7();
  const slug = randomUUID();
  await db.insert(cohorts).values({ id, slug, name: "A cohort", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 });
  const learnerIds = await Promise.all(Array.from({ length: learners }, addPerson));
  for (const userId of learnerIds) await db.insert(enrollments).values({ cohortId: id, userId, role: "learner" });
  const cohort = await findTaughtCohort(slug, { id: uuidv7(), admin: true });
  if (!cohort) throw new Error("The cohort was not made.");
  return { cohort, learnerIds };
}

const tick = (learnerId: string) => saveOperations(learnerId, [{ opId: uuidv7(), itemId: "shell-basics", state: "done", clock: 1, at: new Date().toISOString() }]);

/** Whether word of a change came while one waited. */
async function hears(cohort: TaughtCohort, milliseconds = HEARD_MS): Promise<boolean> {
  const patience = AbortSignal.timeout(milliseconds);
  await whenChanged(cohort, patience);
  return !patience.aborted;
}

test("who waits for a cohort hears of a tick in it, and nobody else does", async () => {
  const { cohort, learnerIds } = await addCohort(1);
  const other = await addCohort(1);
  const heard = Promise.all([hears(cohort), hears(cohort), hears(other.cohort)]);
  await sleep(200);
  await tick(learnerIds[0] ?? "");
  expect(await heard).toEqual([true, true, false]);
});

test("who waits hears of evidence that is handed in, and not of a draft", async () => {
  const { cohort, learnerIds } = await addCohort(1);
  const given = { userId: learnerIds[0] ?? "", itemId: "shell-basics", kind: "text" as const, body: "What I did.", commit: null, file: null };
  const draft = hears(cohort, 1_500);
  await saveEvidence({ ...given, handIn: false });
  expect(await draft).toBe(false);
  const handedIn = hears(cohort);
  await saveEvidence({ ...given, handIn: true });
  expect(await handedIn).toBe(true);
});

test("the connection on which one hears is opened anew when it was lost", async () => {
  const { cohort, learnerIds } = await addCohort(1);
  expect(await hears(cohort, 300)).toBe(false);
  const ended = await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %' and pid <> pg_backend_pid()`);
  expect(ended).toHaveLength(1);
  await sleep(1_000);
  const heard = hears(cohort);
  await tick(learnerIds[0] ?? "");
  expect(await heard).toBe(true);
});

test("one message a second is sent, however many learners record", async () => {
  const { cohort, learnerIds } = await addCohort(30);
  const count = async () => {
    for (let messages = 0; ; messages += 1) if (!(await hears(cohort, messages === 0 ? 10_000 : 1_500))) return messages;
  };
  const counted = count();
  for (const id of learnerIds) tellInstructors(id);
  expect(await counted).toBe(1);
});

test("who has left before they wait does not wait", async () => {
  const { cohort } = await addCohort(0);
  await expect(whenChanged(cohort, AbortSignal.abort())).resolves.toBeUndefined();
});

test("ten boards of one person wait at a time, of whatever cohorts, and those of another do not count", async () => {
  const viewerId = uuidv7();
  const [one, two] = (await Promise.all([addCohort(0), addCohort(0)])).map(({ cohort }): TaughtCohort => ({ ...cohort, viewerId }));
  if (!one || !two) throw new Error("The cohorts were not made.");
  const over = new AbortController();
  const wait = (cohort: TaughtCohort) => {
    expect(mayWait(cohort)).toBe(true);
    return whenChanged(cohort, over.signal);
  };
  const others = { ...one, viewerId: uuidv7() };
  const all = [wait(others), ...Array.from({ length: 5 }, () => [wait(one), wait(two)]).flat()];
  expect([one, two, others].map(mayWait)).toEqual([false, false, true]);
  over.abort();
  await Promise.all(all);
  expect(mayWait(one)).toBe(true);
});

test("learners are counted who recorded or handed something in since, each once, and none who left", async () => {
  const { cohort: asMade, learnerIds } = await addCohort(4);
  const [first = "", second = "", third = "", fourth = ""] = learnerIds;
  await tick(first);
  await sleep(5);
  const cohort = await findTaughtCohort(asMade.slug, { id: uuidv7(), admin: true });
  if (!cohort) throw new Error("The cohort is gone.");
  const since = cohort.readAt;
  expect(await countChanged(cohort, since)).toBe(0);
  await tick(second);
  const given = { itemId: "shell-basics", kind: "text" as const, body: "What I did.", commit: null, file: null };
  await saveEvidence({ ...given, userId: second, handIn: true });
  await saveEvidence({ ...given, userId: first, handIn: false });
  expect(await countChanged(cohort, since)).toBe(1);
  await saveEvidence({ ...given, userId: third, handIn: true });
  expect(await countChanged(cohort, since)).toBe(2);
  await tick(fourth);
  await db.update(enrollments).set({ leftAt: new Date() }).where(sql`user_id = ${fourth}`);
  expect(await countChanged(cohort, since)).toBe(2);
});
