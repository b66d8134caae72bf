import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { addCohort, listDueSteps, listInstructors, removeInstructor, saveArchived, saveCohort, saveSignalSettings } from "./cohort-settings";
import { findTaughtCohort, listTaughtCohorts, type TaughtCohort } from "./cohorts";

const FIELDS = { name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8, due: [{ stepSlug: "one", dueOn: "2026-02-01" }] };

async function makePerson(name = "Teacher"): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

async function makeCohort(makerId: string): Promise<TaughtCohort> {
  const slug = `t-${randomUUID()}`;
  expect(await addCohort({ ...FIELDS, slug }, { id: makerId, admin: false })).toBe(true);
  return find(slug, makerId);
}

async function find(slug: string, viewerId: string): Promise<TaughtCohort> {
  const cohort = await findTaughtCohort(slug, { id: viewerId, admin: false });
  if (!cohort) throw new Error("Not taught.");
  return cohort;
}

describe("making a cohort", () => {
  test("makes its due days and its first instructor with it", async () => {
    const maker = await makePerson();
    const cohort = await makeCohort(maker);
    expect(cohort).toMatchObject({ name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8, as: "instructor", archivedAt: null });
    expect(await listDueSteps(cohort)).toEqual(FIELDS.due);
    expect(await listInstructors(cohort)).toMatchObject([{ id: maker, name: "Teacher" }]);
  });

  test("with a slug that another one has makes nothing, also of twenty at once", async () => {
    const maker = await makePerson();
    const slug = `t-${randomUUID()}`;
    const made = await Promise.all(Array.from({ length: 20 }, () => addCohort({ ...FIELDS, slug }, { id: maker, admin: false })));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await listTaughtCohorts(maker)).toHaveLength(1);
  });
});

describe("changing a cohort", () => {
  test("replaces its values and its due days, and touches no other cohort", async () => {
    const maker = await makePerson();
    const [cohort, other] = [await makeCohort(maker), await makeCohort(maker)];
    const changed = { ...FIELDS, name: "Morning", hoursPerWeek: 4, due: [{ stepSlug: "two", dueOn: "2026-03-01" }, { stepSlug: "one", dueOn: "2026-02-15" }] };
    for (let time = 0; time < 2; time += 1) await saveCohort(cohort, changed);
    const now = await find(cohort.slug, maker);
    expect(now).toMatchObject({ name: "Morning", hoursPerWeek: 4, slug: cohort.slug });
    expect(await listDueSteps(now)).toEqual([{ stepSlug: "one", dueOn: "2026-02-15" }, { stepSlug: "two", dueOn: "2026-03-01" }]);
    await saveCohort(cohort, { ...changed, due: [] });
    expect(await listDueSteps(now)).toEqual([]);
    expect(await listDueSteps(other)).toEqual(FIELDS.due);
  });

  test("keeps thresholds and consent", async () => {
    const maker = await makePerson();
    const cohort = await makeCohort(maker);
    const thresholds = { quietDays: 3, slowTimes: 4, returnedDays: 5, returnedTimes: 6, behindItems: 7, unstartedDays: 8 };
    await saveSignalSettings(cohort, { ...thresholds, consentRecorded: true });
    expect(await find(cohort.slug, maker)).toMatchObject({ thresholds, consentRecorded: true });
  });

  test("archives and brings back, keeping the first day of an archived one", async () => {
    const maker = await makePerson();
    const cohort = await makeCohort(maker);
    await saveArchived(cohort, true);
    const { archivedAt } = await find(cohort.slug, maker);
    expect(archivedAt).toBeInstanceOf(Date);
    await saveArchived(cohort, true);
    expect((await find(cohort.slug, maker)).archivedAt).toEqual(archivedAt);
    expect(await listTaughtCohorts(maker)).toEqual([]);
    await saveArchived(cohort, false);
    expect(await listTaughtCohorts(maker)).toHaveLength(1);
  });
});

describe("instructors", () => {
  async function withTeachers(count: number) {
    const maker = await makePerson();
    const cohort = await makeCohort(maker);
    const others = await Promise.all(Array.from({ length: count - 1 }, () => makePerson()));
    if (others.length > 0) await db.insert(enrollments).values(others.map((userId) => ({ cohortId: cohort.id, userId, role: "instructor" as const })));
    return { cohort, teachers: [maker, ...others] };
  }

  test("may go, and then find the cohort no more", async () => {
    const { cohort, teachers } = await withTeachers(2);
    expect(await removeInstructor(cohort, teachers[1] ?? "")).toBe(true);
    expect(await findTaughtCohort(cohort.slug, { id: teachers[1] ?? "", admin: false })).toBeNull();
  });

  test("the last one stays, and nobody else is removed by that way", async () => {
    const { cohort, teachers } = await withTeachers(1);
    const learner = await makePerson();
    await db.insert(enrollments).values({ cohortId: cohort.id, userId: learner, role: "learner" });
    expect(await removeInstructor(cohort, teachers[0] ?? "")).toBe(false);
    expect(await removeInstructor(cohort, learner)).toBe(false);
    expect(await removeInstructor(cohort, randomUUID())).toBe(false);
    const { cohort: other } = await withTeachers(2);
    expect(await removeInstructor(other, teachers[0] ?? "")).toBe(false);
  });

  test("who all remove each other at once leave one", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { cohort, teachers } = await withTeachers(6);
      const answers = await Promise.all([...teachers, ...teachers].map((id) => removeInstructor(cohort, id)));
      expect(answers.filter(Boolean)).toHaveLength(5);
      expect(await listInstructors(cohort)).toHaveLength(1);
    }
  });
});

test("a cohort that ends before it begins is refused by the database", async () => {
  const maker = await makePerson();
  const cohort = await makeCohort(maker);
  await expect(saveCohort(cohort, { ...FIELDS, endsOn: "2026-01-04" })).rejects.toMatchObject({ cause: { code: "23514" } });
  expect(await db.select({ endsOn: cohorts.endsOn }).from(cohorts).where(eq(cohorts.id, cohort.id))).toEqual([{ endsOn: FIELDS.endsOn }]);
});
