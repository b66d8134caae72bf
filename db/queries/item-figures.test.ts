import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, waivers } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import { STRENGTH, type ItemState } from "@/lib/progress/states";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { listItemFigures } from "./item-figures";

const START = Date.UTC(2026, 9, 1);
const day = (days: number) => new Date(START + days * 86_400_000);

/** States of items in the order in which they were recorded, with the day. */
type Said = readonly { itemId: string; state: ItemState; day: number }[];

async function makeCohort(said: readonly Said[]): Promise<{ cohort: TaughtCohort; learners: string[] }> {
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 };
  await db.insert(cohorts).values(cohort);
  const learners = said.map(() => uuidv7());
  await db.insert(users).values(learners.map((id) => ({ id, name: "A learner", email: `${id}@example.org` })));
  await db.insert(enrollments).values(learners.map((userId) => ({ cohortId: cohort.id, userId, role: "learner" as const })));
  const operations = said.flatMap((ofLearner, place) =>
    ofLearner.map(({ itemId, state, day: on }, index) => ({ userId: learners[place] ?? "", opId: uuidv7(), itemId, state, clock: index + 1, at: day(on), receivedAt: day(on) })),
  );
  await db.insert(progressOperations).values(operations);
  const last = new Map(operations.map((operation) => [`${operation.userId} ${operation.itemId}`, operation]));
  await db
    .insert(itemProgress)
    .values([...last.values()].map(({ userId, itemId, state, clock, opId, receivedAt }) => ({ userId, itemId, state, strength: STRENGTH[state], clock, opId, changedAt: receivedAt })));
  const taught = await findTaughtCohort(cohort.slug, { id: uuidv7(), admin: true });
  if (!taught) throw new Error("The cohort was not made.");
  return { cohort: taught, learners };
}

const doneAfter = (itemId: string, days: number): Said => [
  { itemId, state: "doing", day: 0 },
  { itemId, state: "done", day: days },
];

const figuresOf = async (cohort: TaughtCohort) => Object.fromEntries((await listItemFigures(cohort)).map(({ itemId, ...figures }) => [itemId, figures]));

test("every learner of a cohort of 55 counts, not only a page of the grid", async () => {
  const { cohort, learners } = await makeCohort(Array.from({ length: 55 }, (_, index) => [{ itemId: "loops", state: index < 2 ? "doing" : "done", day: index }]));
  await db.insert(itemProofs).values(learners.slice(2).map((userId) => ({ userId, id: uuidv7(), itemId: "loops", level: 4 })));
  await db.insert(waivers).values(learners.slice(1, 3).map((learnerId) => ({ cohortId: cohort.id, id: uuidv7(), learnerId, itemId: "loops", state: "known" as const, reason: "Seen at work." })));
  expect(await figuresOf(cohort)).toEqual({ loops: { doing: 1, done: 53, proven: 53, skipped: 0, waived: 1, returned: 0, medianDays: null } });
});

test("the median time is that of those who began an item and did it", async () => {
  const { cohort } = await makeCohort([
    doneAfter("loops", 1),
    doneAfter("loops", 4),
    doneAfter("loops", 30),
    [{ itemId: "loops", state: "done", day: 90 }],
    [{ itemId: "loops", state: "doing", day: 0 }],
    [{ itemId: "lists", state: "skipped", day: 2 }],
  ]);
  const { loops, lists } = await figuresOf(cohort);
  expect(loops).toMatchObject({ doing: 1, done: 4, medianDays: 4 });
  expect(lists).toMatchObject({ doing: 0, done: 0, skipped: 1, medianDays: null });
});

test("of four times the second is the median, and what was begun again counts from the beginning", async () => {
  const again: Said = [{ itemId: "loops", state: "doing", day: 0 }, { itemId: "loops", state: "todo", day: 1 }, { itemId: "loops", state: "doing", day: 5 }, { itemId: "loops", state: "done", day: 8 }];
  const { cohort } = await makeCohort([doneAfter("loops", 2), doneAfter("loops", 3), doneAfter("loops", 40), again]);
  expect((await figuresOf(cohort)).loops?.medianDays).toBe(3);
});

test("returned submissions are counted one by one, and proofs and waivers that were withdrawn are not", async () => {
  const { cohort, learners } = await makeCohort([doneAfter("loops", 1), doneAfter("loops", 1)]);
  const [one = "", two = ""] = learners;
  const handedIn = { itemId: "loops", kind: "link" as const, body: "https://example.org", handedInAt: day(2) };
  await db.insert(submissions).values([
    { ...handedIn, userId: one, id: uuidv7(), version: 1, state: "returned" },
    { ...handedIn, userId: one, id: uuidv7(), version: 2, state: "returned" },
    { ...handedIn, userId: two, id: uuidv7(), version: 1, state: "returned" },
    { ...handedIn, userId: two, id: uuidv7(), version: 2, state: "accepted" },
  ]);
  await db.insert(itemProofs).values([
    { userId: one, id: uuidv7(), itemId: "loops", level: 4, withdrawnAt: day(3) },
    { userId: one, id: uuidv7(), itemId: "loops", level: 1 },
    { userId: two, id: uuidv7(), itemId: "loops", level: 3 },
    { userId: two, id: uuidv7(), itemId: "loops", level: 4 },
  ]);
  const waiver = { id: uuidv7(), learnerId: one, itemId: "loops", state: "known" as const, reason: "Seen at work." };
  await db.insert(waivers).values({ ...waiver, cohortId: cohort.id, withdrawnAt: day(4) });
  expect((await figuresOf(cohort)).loops).toMatchObject({ done: 2, proven: 1, waived: 0, returned: 3 });
});

test("who has left counts for nothing", async () => {
  const { cohort, learners } = await makeCohort([doneAfter("loops", 1)]);
  expect(await listItemFigures(cohort)).toHaveLength(1);
  await db.update(enrollments).set({ leftAt: day(5) }).where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, learners[0] ?? "")));
  expect(await listItemFigures(cohort)).toEqual([]);
});
