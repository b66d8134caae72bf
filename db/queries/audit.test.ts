import { randomUUID } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { addAnnouncement, removeAnnouncement } from "./announcements";
import { auditOf } from "./audit";
import { addCohort, removeInstructor, saveArchived, saveCohort, saveSignalSettings, type CohortFields } from "./cohort-settings";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { moveLearner, removeLearner, saveGroup } from "./enrollments";
import { addLinkInvitation, addMailInvitation, listInvitations, revokeInvitation, saveLinkForAddress, saveLinkForInvitation } from "./invitations";
import { saveMessages } from "./messages";
import { removeFromRoster, saveRoster } from "./roster";

const FIELDS: CohortFields = { name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8, due: [{ stepSlug: "one", dueOn: "2026-02-01" }] };
const FIGURES = { quietDays: 3, slowTimes: 4, returnedDays: 5, returnedTimes: 6, behindItems: 7, unstartedDays: 8, consentRecorded: false };

async function makePerson(admin = false): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A person", admin, email: `${randomUUID()}@example.org` });
  return id;
}

/** A cohort of two instructors and a learner, and the same seen by who looks. */
async function makeCohort() {
  const slug = `t-${randomUUID()}`;
  const [teacher, second, learner] = [await makePerson(), await makePerson(), await makePerson()];
  await addCohort({ ...FIELDS, slug }, { id: teacher, admin: false });
  const seenBy = async (id: string): Promise<TaughtCohort> => {
    const cohort = await findTaughtCohort(slug, { id, admin: true });
    if (!cohort) throw new Error("An admin finds every cohort.");
    return cohort;
  };
  const { id } = await seenBy(teacher);
  await db.insert(enrollments).values([{ cohortId: id, userId: second, role: "instructor" as const }, { cohortId: id, userId: learner, role: "learner" as const }]);
  return { id, slug, teacher, second, learner, seenBy };
}

const actsOf = (actorId: string) =>
  db.select({ action: audit.action, personId: audit.personId, cohortId: audit.cohortId, detail: audit.detail }).from(audit).where(eq(audit.actorId, actorId)).orderBy(asc(audit.id));

const message = uuidv7();
const announcement = uuidv7();
const address = "expected@example.org";
const invited = async (cohort: TaughtCohort) => (await listInvitations(cohort)).find(({ email }) => email === "by-mail@example.org")?.id ?? "";

type Act = (cohort: TaughtCohort, people: { learner: string; second: string }) => Promise<unknown>;

/** In the order in which they are done to one cohort; each is done twice, and what the second time changes nothing is written down once. */
const ACTS: [action: string, act: Act, again: "changes nothing" | "is another"][] = [
  ["invitation.make", (cohort) => addLinkInvitation(cohort, { code: randomUUID(), role: "learner", usesAllowed: 1, days: 1 }), "is another"],
  ["invitation.make", (cohort) => addMailInvitation(cohort, { email: "by-mail@example.org", role: "learner", days: 1 }), "is another"],
  ["invitation.make", async (cohort) => saveLinkForInvitation(cohort, { id: await invited(cohort), code: randomUUID() }), "is another"],
  ["invitation.make", (cohort) => saveLinkForAddress(cohort, { email: address, code: randomUUID() }), "is another"],
  ["invitation.revoke", async (cohort) => revokeInvitation(cohort, await invited(cohort)), "changes nothing"],
  ["roster.save", (cohort) => saveRoster(cohort, [{ email: address, name: "Expected", group: null }]), "changes nothing"],
  ["roster.save", (cohort) => removeFromRoster(cohort, address), "changes nothing"],
  ["message.send", (cohort, { learner }) => saveMessages(cohort, { id: message, learnerIds: [learner], body: "Hello." }), "changes nothing"],
  ["announcement.write", (cohort) => addAnnouncement(cohort, { id: announcement, body: "Hello." }), "changes nothing"],
  ["announcement.remove", (cohort) => removeAnnouncement(cohort, announcement), "changes nothing"],
  ["cohort.save", (cohort) => saveCohort(cohort, { ...FIELDS, name: "Morning" }), "changes nothing"],
  ["cohort.save", (cohort) => saveCohort(cohort, { ...FIELDS, name: "Morning", due: [{ stepSlug: "one", dueOn: "2026-03-01" }] }), "changes nothing"],
  ["cohort.save", (cohort) => saveCohort(cohort, { ...FIELDS, name: "Morning", due: [] }), "changes nothing"],
  ["cohort.save", (cohort) => saveSignalSettings(cohort, FIGURES), "changes nothing"],
  ["cohort.archive", (cohort) => saveArchived(cohort, true), "changes nothing"],
  ["cohort.unarchive", (cohort) => saveArchived(cohort, false), "changes nothing"],
  ["enrollment.save", (cohort, { learner }) => saveGroup(cohort, { learnerId: learner, groupName: "B1" }), "changes nothing"],
  ["enrollment.remove", (cohort, { learner }) => removeLearner(cohort, learner), "changes nothing"],
  ["instructor.remove", (cohort, { second }) => removeInstructor(cohort, second), "changes nothing"],
];

describe("what is done in a cohort", () => {
  test("by an admin is written down once for each change, and not where nothing changed", async () => {
    const { id, seenBy, ...people } = await makeCohort();
    const admin = await makePerson(true);
    const cohort = await seenBy(admin);
    for (const [action, act, again] of ACTS) {
      const before = (await actsOf(admin)).length;
      await act(cohort, people);
      const [first, ...more] = (await actsOf(admin)).slice(before);
      expect(first, action).toMatchObject({ action, cohortId: id });
      expect(more, action).toEqual([]);
      await act(cohort, people);
      expect(await actsOf(admin), `${action} again`).toHaveLength(before + (again === "is another" ? 2 : 1));
    }
    const about = (await actsOf(admin)).filter(({ personId }) => personId !== null).map(({ action, personId }) => [action, personId]);
    expect(about).toEqual([["enrollment.save", people.learner], ["enrollment.remove", people.learner], ["instructor.remove", people.second]]);
  });

  test("by an instructor is not", async () => {
    const { seenBy, teacher, ...people } = await makeCohort();
    const cohort = await seenBy(teacher);
    for (const [, act] of ACTS) await act(cohort, people);
    expect(await actsOf(teacher)).toEqual([]);
  });

  test("and refused by the database leaves no trace", async () => {
    const { seenBy } = await makeCohort();
    const admin = await makePerson(true);
    await expect(saveCohort(await seenBy(admin), { ...FIELDS, endsOn: "2026-01-04" })).rejects.toThrow();
    expect(await actsOf(admin)).toEqual([]);
  });
});

test("moving a learner is written down in each of the two cohorts that the admin does not teach", async () => {
  const [from, to] = [await makeCohort(), await makeCohort()];
  const admin = await makePerson(true);
  expect(await moveLearner(await from.seenBy(admin), await to.seenBy(admin), to.learner)).toBe(false);
  expect(await actsOf(admin)).toEqual([]);

  await db.insert(enrollments).values({ cohortId: from.id, userId: admin, role: "instructor" });
  expect(await moveLearner(await from.seenBy(admin), await to.seenBy(admin), from.learner)).toBe(true);
  expect(await actsOf(admin)).toEqual([{ action: "enrollment.move", personId: from.learner, cohortId: to.id, detail: null }]);

  await db.delete(enrollments).where(and(eq(enrollments.cohortId, from.id), eq(enrollments.userId, admin)));
  expect(await moveLearner(await to.seenBy(admin), await from.seenBy(admin), to.learner)).toBe(true);
  expect((await actsOf(admin)).map(({ cohortId }) => cohortId).sort()).toEqual([to.id, to.id, from.id].sort());
});

test("a cohort made by an admin is written down with its slug, and one that was not made is not", async () => {
  const admin = await makePerson(true);
  const slug = `t-${randomUUID()}`;
  for (const made of [true, false]) expect(await addCohort({ ...FIELDS, slug }, { id: admin, admin: true })).toBe(made);
  expect(await actsOf(admin)).toEqual([{ action: "cohort.make", personId: null, cohortId: expect.any(String), detail: { slug } }]);
});

test("an act that fails after its audit row was written takes the row with it", async () => {
  const { id } = await makeCohort();
  const actorId = await makePerson(true);
  const failing = db.execute(sql`
    with saved as (
      update cohorts set name = 'Never' where id = ${id} returning id
    ), audited as (${auditOf({ actorId, action: "cohort.save" }, "saved")})
    select 1 / (select 0 from saved)`);
  await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await actsOf(actorId)).toEqual([]);
  expect(await db.select({ name: cohorts.name }).from(cohorts).where(eq(cohorts.id, id))).toEqual([{ name: "Evening" }]);
});
