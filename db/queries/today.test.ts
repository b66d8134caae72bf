import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments, waivers } from "@/db/schema/cohorts";
import { itemProgress, itemProofs } from "@/db/schema/progress";
import { saySignal } from "@/lib/cohorts/say-signal";
import { readToday } from "@/lib/cohorts/today";
import { roadmap } from "@/lib/roadmap/catalog";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { saveEvidence } from "./evidence";
import { listFinished } from "./signals";

const NOW = new Date("2026-11-22T06:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const [first, second, third] = roadmap.steps;
if (!first || !second || !third) throw new Error("The roadmap has fewer than three steps.");

type Made = { name: string; enrolledDaysAgo?: number; done?: readonly string[]; proven?: readonly string[]; daysAgo?: number; under18?: boolean };

async function makeCohort(people: readonly Made[], due: readonly { stepSlug: string; dueOn: string }[] = []) {
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 };
  await db.insert(cohorts).values(cohort);
  if (due.length > 0) await db.insert(cohortSteps).values(due.map((step) => ({ ...step, cohortId: cohort.id })));
  const ids = new Map<string, string>();
  for (const { name, enrolledDaysAgo = 60, done = [], proven = [], daysAgo = 1, under18 = false } of people) {
    const userId = uuidv7();
    ids.set(name, userId);
    await db.insert(users).values({ id: userId, name, email: `${userId}@example.org`, under18 });
    await db.insert(enrollments).values({ cohortId: cohort.id, userId, role: "learner", enrolledAt: ago(enrolledDaysAgo) });
    const states = done.map((itemId) => ({ userId, itemId, state: "done" as const, strength: 3, clock: 1, opId: uuidv7(), changedAt: ago(daysAgo) }));
    if (states.length > 0) await db.insert(itemProgress).values(states);
    if (proven.length > 0) await db.insert(itemProofs).values(proven.map((itemId) => ({ userId, id: uuidv7(), itemId, level: 4 })));
  }
  const taught = await findTaughtCohort(cohort.slug, { id: uuidv7(), admin: true });
  if (!taught) throw new Error("The cohort was not made.");
  return { cohort: taught, idOf: (name: string) => ids.get(name) ?? "" };
}

const leave = (cohortId: string, userId: string) =>
  db.update(enrollments).set({ leftAt: NOW }).where(and(eq(enrollments.cohortId, cohortId), eq(enrollments.userId, userId)));

describe("who finished the items of a step", () => {
  const items = ["loops", "lists"];
  const due = [{ stepSlug: "some", dueOn: "2026-11-22" }];
  const finishedOf = (cohort: TaughtCohort) => listFinished(cohort, { stepItems: { some: items }, from: "2026-11-22", to: "2026-11-23" });

  test("has done, or has proven, every one of them, and proven is not done", async () => {
    const { cohort } = await makeCohort([
      { name: "Both", done: items, proven: items },
      { name: "Done", done: items, proven: ["loops"] },
      { name: "Proven", proven: items },
      { name: "Half", done: ["loops"] },
      { name: "Elsewhere", done: ["tests", "maps"], proven: ["tests", "maps"] },
      { name: "Nothing" },
    ], due);
    expect(await finishedOf(cohort)).toEqual([{ ...due[0], learners: 6, done: 2, proven: 2, waived: 0 }]);
  });

  test("may have items waived in this cohort, which count as both; a waiver withdrawn or of another cohort does not", async () => {
    const { cohort, idOf } = await makeCohort([{ name: "Waived", done: ["loops"], proven: ["loops"] }, { name: "Withdrawn", done: ["loops"] }, { name: "Elsewhere", done: ["loops"] }], due);
    const other = await makeCohort([]);
    const waive = (name: string, change: Partial<typeof waivers.$inferInsert> = {}) => ({
      cohortId: cohort.id, id: uuidv7(), learnerId: idOf(name), itemId: "lists", state: "known" as const, reason: "Seen at work.", ...change,
    });
    await db.insert(waivers).values([waive("Waived"), waive("Withdrawn", { withdrawnAt: NOW }), waive("Elsewhere", { cohortId: other.cohort.id })]);
    expect(await finishedOf(cohort)).toEqual([{ ...due[0], learners: 3, done: 1, proven: 1, waived: 1 }]);
  });

  test("is not counted with a proof that is weak or was withdrawn, nor after leaving", async () => {
    const { cohort, idOf } = await makeCohort([{ name: "Weak" }, { name: "Taken back" }, { name: "Gone", done: items }], due);
    const prove = (name: string, change: Partial<typeof itemProofs.$inferInsert>) => items.map((itemId) => ({ userId: idOf(name), id: uuidv7(), itemId, level: 4, ...change }));
    await db.insert(itemProofs).values([...prove("Weak", { level: 1 }), ...prove("Taken back", { withdrawnAt: NOW })]);
    await leave(cohort.id, idOf("Gone"));
    expect(await finishedOf(cohort)).toEqual([{ ...due[0], learners: 2, done: 0, proven: 0, waived: 0 }]);
  });
});

describe("Today", () => {
  test("has what falls due from this day on within a week, and who finished it", async () => {
    const due = [
      { stepSlug: first.slug, dueOn: "2026-11-21" },
      { stepSlug: second.slug, dueOn: "2026-11-22" },
      { stepSlug: third.slug, dueOn: "2026-11-28" },
      { stepSlug: roadmap.steps[3]?.slug ?? "", dueOn: "2026-11-29" },
    ];
    const { cohort } = await makeCohort([{ name: "A", done: second.items.map((item) => item.slug) }, { name: "B", done: second.items.slice(1).map((item) => item.slug) }], due);
    const today = await readToday(cohort, NOW);
    expect(today.due.map(({ step, finished: { stepSlug, ...finished } }) => [step.number, stepSlug === step.slug, finished])).toEqual([
      [2, true, { dueOn: "2026-11-22", learners: 2, done: 1, proven: 0, waived: 0 }],
      [3, true, { dueOn: "2026-11-28", learners: 2, done: 0, proven: 0, waived: 0 }],
    ]);
  });

  test("names who joined within seven days, the last first", async () => {
    const { cohort } = await makeCohort([{ name: "Long ago", enrolledDaysAgo: 7 }, { name: "This week", enrolledDaysAgo: 6 }, { name: "Yesterday", enrolledDaysAgo: 1 }]);
    expect((await readToday(cohort, NOW)).joined.map(({ name }) => name)).toEqual(["Yesterday", "This week"]);
  });

  test("shows the five oldest submissions that wait, and says how many there are", async () => {
    const { cohort, idOf } = await makeCohort(Array.from({ length: 7 }, (_, index) => ({ name: `Learner ${index}` })));
    for (let index = 0; index < 7; index += 1) {
      await saveEvidence({ userId: idOf(`Learner ${index}`), itemId: "shell-basics", kind: "text", body: "I listed files.", commit: null, file: null, handIn: true });
    }
    const { reviews, waiting } = await readToday(cohort, NOW);
    expect(reviews.map(({ learnerName }) => learnerName)).toEqual(["Learner 0", "Learner 1", "Learner 2", "Learner 3", "Learner 4"]);
    expect(waiting).toBe(7);
  });

  test("leaves people under 18 out and says how many, until consent is recorded", async () => {
    const quiet = { done: ["shell-basics"], daysAgo: 20 };
    const { cohort } = await makeCohort([{ name: "Grown", ...quiet }, { name: "Young", ...quiet, under18: true }, { name: "Young too", ...quiet, under18: true }]);
    const { stuck } = await readToday(cohort, NOW);
    expect(stuck).toMatchObject({ learners: 3, leftOut: 2 });
    expect(new Set(stuck.signals.map(({ learner }) => learner.name))).toEqual(new Set(["Grown"]));
    expect(stuck.signals.map(saySignal).join(" ")).not.toContain("Young");
    const consented = (await readToday({ ...cohort, consentRecorded: true }, NOW)).stuck;
    expect(consented.leftOut).toBe(0);
    expect(new Set(consented.signals.map(({ learner }) => learner.name))).toEqual(new Set(["Grown", "Young", "Young too"]));
  });

  test("of an empty cohort is empty", async () => {
    const { cohort } = await makeCohort([]);
    expect(await readToday(cohort, NOW)).toMatchObject({ stuck: { signals: [], settled: [], busy: [], learners: 0, leftOut: 0 }, reviews: [], waiting: 0, due: [], joined: [] });
  });
});
