import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments, messages, waivers } from "@/db/schema/cohorts";
import { reviews, submissions } from "@/db/schema/evidence";
import { progressOperations } from "@/db/schema/progress";
import { planOf } from "@/lib/plan/plan";
import { outline } from "@/lib/roadmap/outline";
import { hashToken } from "./accounts";
import { findTaughtCohort, findTaughtLearner } from "./cohorts";
import { listOwnWaivers } from "./own-waivers";
import { findPlan, findPlanOfCalendar, findStanding, listOwnDueSteps, saveCalendar, savePlan } from "./plans";

async function makePerson(): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A learner", email: `${randomUUID()}@example.org` });
  return id;
}

async function makeCohort(learners: string[], change: Partial<typeof cohorts.$inferInsert> = {}): Promise<{ id: string; slug: string }> {
  const cohort = { id: uuidv7(), slug: `test-${randomUUID()}` };
  await db.insert(cohorts).values({ ...cohort, name: "Evening", startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8, ...change });
  await db.insert(enrollments).values(learners.map((userId) => ({ cohortId: cohort.id, userId, role: "learner" as const })));
  return cohort;
}

type State = typeof submissions.$inferInsert.state;
async function handIn(userId: string, itemId: string, ...states: State[]): Promise<string[]> {
  const rows = states.map((state, index) => ({
    userId,
    id: uuidv7(),
    itemId,
    version: index + 1,
    kind: "link" as const,
    body: "https://example.org",
    state,
    handedInAt: state === "draft" ? null : new Date(),
  }));
  await db.insert(submissions).values(rows);
  return rows.map(({ id }) => id);
}

describe("a plan", () => {
  test("is saved, changed and given a calendar that acts at once and ends at once", async () => {
    const learner = await makePerson();
    expect(await findPlan(learner)).toBeNull();
    expect(await saveCalendar(learner, hashToken("early"))).toBe(false);
    await savePlan(learner, 8);
    await savePlan(learner, 12);
    const [first, second] = [hashToken(randomUUID()), hashToken(randomUUID())];
    await saveCalendar(learner, first);
    expect(await findPlanOfCalendar(first)).toEqual({ userId: learner, hoursPerWeek: 12 });
    await saveCalendar(learner, second);
    expect(await findPlanOfCalendar(first)).toBeNull();
    await savePlan(learner, 9);
    expect(await findPlanOfCalendar(second)).toEqual({ userId: learner, hoursPerWeek: 9 });
    await saveCalendar(learner, null);
    expect(await findPlanOfCalendar(second)).toBeNull();
    expect(await findPlan(learner)).toMatchObject({ hoursPerWeek: 9, hasCalendar: false });
  });

  test("tells the instructors of the learner's cohorts the hours, once there are any", async () => {
    const learner = await makePerson();
    const { slug } = await makeCohort([learner]);
    const cohort = await findTaughtCohort(slug, { id: await makePerson(), admin: true });
    if (!cohort) throw new Error("The cohort was not made.");
    expect(await findTaughtLearner(cohort, learner)).toMatchObject({ ownHours: null });
    await savePlan(learner, 3);
    expect(await findTaughtLearner(cohort, learner)).toMatchObject({ ownHours: 3, cohort: { hoursPerWeek: 8 } });
  });

  test("stands beside the days of the cohorts in which the learner is now", async () => {
    const learner = await makePerson();
    const [now, past, archived] = [await makeCohort([learner]), await makeCohort([learner]), await makeCohort([learner], { archivedAt: new Date() })];
    for (const { id } of [now, past, archived]) await db.insert(cohortSteps).values({ cohortId: id, stepSlug: "testing", dueOn: "2026-12-01" });
    await db.update(enrollments).set({ leftAt: new Date() }).where(sql`${enrollments.cohortId} = ${past.id}`);
    expect(await listOwnDueSteps(learner)).toEqual([{ cohortId: now.id, cohortName: "Evening", stepSlug: "testing", dueOn: "2026-12-01" }]);
  });
});

describe("what is waived for a learner", () => {
  test("is told with who did it and why while it stands, where the learner is enrolled now, and takes work off the plan", async () => {
    const [learner, other, farida] = [await makePerson(), await makePerson(), await makePerson()];
    const [evening, archived, past] = [await makeCohort([learner, other]), await makeCohort([learner], { archivedAt: new Date() }), await makeCohort([learner])];
    await db.update(enrollments).set({ leftAt: new Date() }).where(sql`${enrollments.cohortId} = ${past.id}`);
    const give = (cohortId: string, itemId: string, change: Partial<typeof waivers.$inferInsert> = {}) =>
      db.insert(waivers).values({ cohortId, id: uuidv7(), learnerId: learner, itemId, state: "known", reason: "Seen at work.", givenBy: farida, ...change });
    await give(evening.id, "shell-basics");
    await give(archived.id, "shell-basics", { state: "not-needed", givenBy: null });
    await give(evening.id, "set-up-workspace", { withdrawnAt: new Date() });
    await give(past.id, "call-the-api");
    await give(evening.id, "call-the-api", { learnerId: other });

    expect(await listOwnWaivers(learner)).toMatchObject([
      { cohortId: archived.id, itemId: "shell-basics", state: "not-needed", givenBy: null },
      { cohortId: evening.id, cohortName: "Evening", itemId: "shell-basics", state: "known", reason: "Seen at work.", givenBy: "A learner" },
    ]);
    expect((await findStanding(learner, [])).waived).toEqual(["shell-basics"]);
    expect(await db.$count(progressOperations, eq(progressOperations.userId, learner))).toBe(0);

    const hours = (waived: string[]) => planOf(outline, { states: {}, waived }, 8, "2026-11-23").reduce((sum, step) => sum + step.hours, 0);
    expect(hours([]) - hours((await findStanding(learner, [])).waived)).toBe(outline.find(({ slug }) => slug === "shell-basics")?.hours);
  });
});

describe("what waits", () => {
  test("is nothing for somebody new", async () => {
    expect(await findStanding(await makePerson(), [])).toEqual({ plan: null, waiting: { returned: 0, returnedItem: null, messages: 0, confirm: 0, cohorts: [], listings: 0 }, waived: [], notice: null });
  });

  test("counts what came back until it is handed in again, messages until they are read, and names the cohorts", async () => {
    const learner = await makePerson();
    const { id, slug } = await makeCohort([learner]);
    await makeCohort([learner], { archivedAt: new Date() });
    await savePlan(learner, 8);
    await handIn(learner, "a", "returned", "draft");
    await handIn(learner, "b", "returned", "handed-in");
    await handIn(learner, "c", "returned", "accepted");
    await db.insert(messages).values([null, null, new Date()].map((readAt) => ({ learnerId: learner, id: uuidv7(), cohortId: id, body: "x", readAt })));
    const standing = await findStanding(learner, []);
    expect(standing.waiting).toEqual({ returned: 1, returnedItem: "a", messages: 2, confirm: 0, cohorts: [{ slug, name: "Evening" }], listings: 0 });
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string;
    expect(standing.plan).toEqual({ hoursPerWeek: 8, savedAt: moment, handedInAt: moment });
    await handIn(learner, "d", "returned", "returned");
    expect((await findStanding(learner, [])).waiting).toMatchObject({ returned: 2, returnedItem: null });
  });

  test("to confirm is what fellow learners of now handed in for items of that kind, once, and not again", async () => {
    const [learner, fellow, stranger] = [await makePerson(), await makePerson(), await makePerson()];
    await makeCohort([learner, fellow]);
    await makeCohort([learner, fellow]);
    await makeCohort([stranger]);
    const [submission = ""] = await handIn(fellow, "a", "handed-in");
    for (const [owner, item] of [[learner, "a"], [stranger, "a"], [fellow, "b"]] as const) await handIn(owner, item, "handed-in");
    const toConfirm = async () => (await findStanding(learner, ["a"])).waiting.confirm;
    expect(await toConfirm()).toBe(1);
    await db.insert(reviews).values({ userId: fellow, id: uuidv7(), submissionId: submission, by: "peer", verdict: "confirmed", comment: "", reviewerId: learner });
    expect(await toConfirm()).toBe(0);
    await db.update(reviews).set({ withdrawnAt: new Date() }).where(eq(reviews.userId, fellow));
    expect(await toConfirm()).toBe(1);
  });
});
