import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { itemProgress } from "@/db/schema/progress";
import { findJoinedCohort, findTaughtCohort, findTaughtLearner, type TaughtCohort } from "./cohorts";
import { LEARNERS_PER_PAGE, leaveCohort, listGroups, listLearners, listOwnCohorts, moveLearner, removeLearner, saveGroup } from "./enrollments";
import { writeWhileErased } from "./while-erased";

async function makePerson(name = "A person"): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

async function makeCohort(teacher: string): Promise<TaughtCohort> {
  const cohort = { id: uuidv7(), slug: `t-${randomUUID()}`, name: "Evening" };
  await db.insert(cohorts).values({ ...cohort, startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values({ cohortId: cohort.id, userId: teacher, role: "instructor" });
  const taught = await findTaughtCohort(cohort.slug, { id: teacher, admin: false });
  if (!taught) throw new Error("Its instructor finds it.");
  return taught;
}

async function enroll(cohort: TaughtCohort, change: { name?: string; groupName?: string } = {}): Promise<string> {
  const userId = await makePerson(change.name);
  await db.insert(enrollments).values({ cohortId: cohort.id, userId, role: "learner", groupName: change.groupName });
  return userId;
}

describe("the learners of a cohort", () => {
  test("are listed by name, with their group and when they were last active, and nobody else", async () => {
    const teacher = await makePerson();
    const [cohort, other] = [await makeCohort(teacher), await makeCohort(teacher)];
    const meera = await enroll(cohort, { name: "Meera", groupName: "B1" });
    const arjun = await enroll(cohort, { name: "Arjun" });
    await enroll(other);
    const left = await enroll(cohort);
    await removeLearner(cohort, left);
    const changedAt = new Date("2026-02-01T10:00:00Z");
    await db.insert(itemProgress).values({ userId: meera, itemId: "shell-basics", state: "doing", strength: 2, clock: 1, opId: uuidv7(), changedAt });
    expect(await listLearners(cohort)).toEqual([
      { id: arjun, name: "Arjun", groupName: null, enrolledAt: expect.any(Date), lastActiveAt: null },
      { id: meera, name: "Meera", groupName: "B1", enrolledAt: expect.any(Date), lastActiveAt: changedAt },
    ]);
    expect((await listLearners(cohort, { group: "B1" })).map(({ id }) => id)).toEqual([meera]);
    expect((await listLearners(cohort, { group: null })).map(({ id }) => id)).toEqual([arjun]);
    expect(await listGroups(cohort)).toEqual([{ name: "B1", learners: 1 }, { name: null, learners: 1 }]);
  });

  test("of the same name come once each, page by page", async () => {
    const cohort = await makeCohort(await makePerson());
    const people = Array.from({ length: 120 }, (_, index) => ({ id: uuidv7(), name: `Name ${index % 3}`, email: `${randomUUID()}@example.org` }));
    await db.insert(users).values(people);
    await db.insert(enrollments).values(people.map(({ id }) => ({ cohortId: cohort.id, userId: id, role: "learner" as const })));
    const seen: string[] = [];
    for (;;) {
      const page = await listLearners(cohort, { after: seen.at(-1) });
      seen.push(...page.map(({ id }) => id));
      if (page.length < LEARNERS_PER_PAGE) break;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(people.map(({ id }) => id)));
  });
});

describe("what an instructor does to a learner", () => {
  test("does nothing to a learner of another cohort, to an instructor, or to nobody", async () => {
    const teacher = await makePerson();
    const [cohort, other, foreign] = [await makeCohort(teacher), await makeCohort(teacher), await makeCohort(await makePerson())];
    const learner = await enroll(foreign, { groupName: "B1" });
    for (const id of [learner, teacher, randomUUID()]) {
      expect(await removeLearner(cohort, id)).toBe(false);
      expect(await saveGroup(cohort, { learnerId: id, groupName: "B2" })).toBe(false);
      expect(await moveLearner(cohort, other, id)).toBe(false);
    }
    expect(await listLearners(foreign)).toMatchObject([{ id: learner, groupName: "B1" }]);
    expect(await findTaughtCohort(cohort.slug, { id: teacher, admin: false })).not.toBeNull();
  });

  test("a group is given and taken", async () => {
    const cohort = await makeCohort(await makePerson());
    const learner = await enroll(cohort);
    expect(await saveGroup(cohort, { learnerId: learner, groupName: "B2" })).toBe(true);
    expect(await listLearners(cohort)).toMatchObject([{ groupName: "B2" }]);
    await saveGroup(cohort, { learnerId: learner, groupName: null });
    expect(await listLearners(cohort)).toMatchObject([{ groupName: null }]);
  });

  test("a removed learner is seen no more, sees no more, and keeps all progress", async () => {
    const cohort = await makeCohort(await makePerson());
    const learner = await enroll(cohort);
    await db.insert(itemProgress).values({ userId: learner, itemId: "shell-basics", state: "done", strength: 3, clock: 1, opId: uuidv7() });
    expect(await findJoinedCohort(cohort.slug, learner)).not.toBeNull();
    expect(await removeLearner(cohort, learner)).toBe(true);
    expect(await findTaughtLearner(cohort, learner)).toBeNull();
    expect(await findJoinedCohort(cohort.slug, learner)).toBeNull();
    expect(await db.$count(itemProgress)).toBeGreaterThan(0);
    expect(await removeLearner(cohort, learner)).toBe(false);
  });

  test("is not moved while they are erased, and holds nothing up", async () => {
    const teacher = await makePerson();
    const [from, to] = [await makeCohort(teacher), await makeCohort(teacher)];
    const learner = await enroll(from);
    expect(await writeWhileErased(learner, () => moveLearner(from, to, learner))).toBe(false);
  });

  test("a moved learner is in one cohort only, also when moved at once to two", async () => {
    const teacher = await makePerson();
    const [from, to, third] = [await makeCohort(teacher), await makeCohort(teacher), await makeCohort(teacher)];
    for (let round = 0; round < 10; round += 1) {
      const learner = await enroll(from);
      const moved = await Promise.all([moveLearner(from, to, learner), moveLearner(from, third, learner)]);
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect((await listOwnCohorts(learner)).map(({ slug }) => slug)).toEqual([(moved[0] ? to : third).slug]);
    }
  });

  test("moving to the same cohort, or to one that the learner teaches, changes nothing; moving back works", async () => {
    const teacher = await makePerson();
    const [from, to] = [await makeCohort(teacher), await makeCohort(teacher)];
    const learner = await enroll(from);
    expect(await moveLearner(from, from, learner)).toBe(false);
    await db.insert(enrollments).values({ cohortId: to.id, userId: learner, role: "instructor" });
    expect(await moveLearner(from, to, learner)).toBe(false);
    expect(await findJoinedCohort(from.slug, learner)).not.toBeNull();

    const third = await makeCohort(teacher);
    expect(await moveLearner(from, third, learner)).toBe(true);
    expect(await moveLearner(third, from, learner)).toBe(true);
    expect(await findJoinedCohort(from.slug, learner)).not.toBeNull();
    expect(await findJoinedCohort(third.slug, learner)).toBeNull();
  });
});

test("a learner leaves one cohort and stays in the others, as what they are", async () => {
  const teacher = await makePerson();
  const [cohort, other] = [await makeCohort(teacher), await makeCohort(teacher)];
  const learner = await enroll(cohort);
  await db.insert(enrollments).values({ cohortId: other.id, userId: learner, role: "instructor" });
  const joined = await findJoinedCohort(cohort.slug, learner);
  if (!joined) throw new Error("Just enrolled.");
  for (let time = 0; time < 2; time += 1) await leaveCohort(joined);
  expect(await listLearners(cohort)).toEqual([]);
  expect(await listOwnCohorts(learner)).toMatchObject([{ slug: other.slug, role: "instructor" }]);
});
