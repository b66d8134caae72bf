import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { itemProgress } from "@/db/schema/progress";
import { findTaughtCohort, findTaughtLearner } from "./cohorts";
import { listLearners } from "./enrollments";
import { listGridRows } from "./grid";
import { findLastActivity } from "./learner-page";
import { listFacts } from "./signals";

const day = (date: number) => new Date(Date.UTC(2026, 10, date, 6));

type Said = { recorded?: Date; draft?: Date; handedIn?: Date; closed?: Date };

const PEOPLE: [name: string, said: Said, last: Date | null][] = [
  ["Arjun, who recorded last", { recorded: day(9), handedIn: day(4) }, day(9)],
  ["Imran, who handed in last", { recorded: day(4), handedIn: day(8), closed: day(20) }, day(8)],
  ["Meera, who only handed in", { handedIn: day(7) }, day(7)],
  ["Sneha, whose draft is newer", { recorded: day(6), handedIn: day(3), draft: day(20) }, day(6)],
  ["Tenzin, who only drafts", { draft: day(20) }, null],
  ["Zoya, who did nothing", {}, null],
];

async function plant(cohortId: string, name: string, { recorded, draft, handedIn, closed }: Said): Promise<void> {
  const userId = uuidv7();
  await db.insert(users).values({ id: userId, name, email: `${randomUUID()}@example.org` });
  await db.insert(enrollments).values({ cohortId, userId, role: "learner", enrolledAt: day(1) });
  if (recorded) await db.insert(itemProgress).values({ userId, itemId: "loops", state: "done", strength: 3, clock: 1, opId: uuidv7(), changedAt: recorded });
  const version = { userId, kind: "text" as const, body: "Here.", version: 1 };
  if (handedIn) {
    const judged = { state: closed ? ("returned" as const) : ("handed-in" as const), closedAt: closed };
    await db.insert(submissions).values({ ...version, ...judged, id: uuidv7(), itemId: "shell-basics", savedAt: handedIn, handedInAt: handedIn });
  }
  if (draft) await db.insert(submissions).values({ ...version, id: uuidv7(), itemId: "call-the-api", state: "draft", savedAt: draft });
}

test("last activity is the same in the list, the grid and its order, the files, the signals and on the learner's page", async () => {
  const [teacher, cohortId, slug] = [uuidv7(), uuidv7(), randomUUID()];
  await db.insert(users).values({ id: teacher, name: "Farida", email: `${randomUUID()}@example.org` });
  await db.insert(cohorts).values({ id: cohortId, slug, name: "Evening", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 });
  await db.insert(enrollments).values({ cohortId, userId: teacher, role: "instructor" });
  for (const [name, said] of PEOPLE) await plant(cohortId, name, said);
  const cohort = await findTaughtCohort(slug, { id: teacher, admin: false });
  if (!cohort) throw new Error("The cohort was not found.");

  const expected = PEOPLE.map(([name, , last]) => [name, last]);
  const learners = await listLearners(cohort);
  expect(learners.map(({ name, lastActiveAt }) => [name, lastActiveAt])).toEqual(expected);
  for (const { id, lastActiveAt } of learners) {
    const learner = await findTaughtLearner(cohort, id);
    expect(learner && (await findLastActivity(learner))).toEqual(lastActiveAt);
  }

  const facts = await listFacts(cohort, { stepItems: {}, day: "2026-11-22", quietSince: day(30), returnedSince: day(30), returnedTimes: 2 });
  const byName = facts.map(({ name, lastActivityAt }) => [name, lastActivityAt === null ? null : new Date(lastActivityAt)] as const);
  expect(byName.sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(expected);
  // Quiet is who was active once: their open items are counted, also of those who only handed in.
  expect(facts.filter(({ done }) => done !== null).map(({ name }) => name).sort()).toEqual(PEOPLE.filter(([, , last]) => last !== null).map(([name]) => name));

  const grid = (sort: "name" | "last") => listGridRows(cohort, { sort, itemIds: [], group: null, doing: false, withLast: true, after: null, limit: 50 });
  expect((await grid("name")).map(({ name, lastOn }) => [name, lastOn])).toEqual(PEOPLE.map(([name, , last]) => [name, last?.toISOString().slice(0, 10) ?? null]));
  const newestFirst = [...PEOPLE].sort(([, , a], [, , b]) => (b?.getTime() ?? 0) - (a?.getTime() ?? 0)).map(([name]) => name);
  expect((await grid("last")).map(({ name }) => name)).toEqual(newestFirst);
});
