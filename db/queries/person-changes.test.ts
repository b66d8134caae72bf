import { randomUUID } from "node:crypto";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, enrollments, invitations } from "@/db/schema/cohorts";
import { installation } from "@/db/schema/installation";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { hashToken, isDisabled, saveFirstAdmin } from "./accounts";
import { eraseAccount } from "./erasure";
import { listPeople } from "./people";
import { saveDisabled, saveRoles } from "./person-changes";
import { findPlanOfCalendar } from "./plans";
import { addSession, endSessionsOf, findOpenSession } from "./sessions";

async function makePerson(admin = false): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A person", admin, email: `${randomUUID()}@example.org` });
  return id;
}

async function signIn(userId: string): Promise<string> {
  const sessionId = randomUUID();
  await addSession({ sessionId, userId, device: null, deviceHash: hashToken(randomUUID()) });
  return sessionId;
}

const rolesOf = async (sessionId: string) => {
  const viewer = (await findOpenSession(sessionId))?.viewer;
  return viewer && { admin: viewer.admin, instructor: viewer.teaches };
};
const actsOf = (actorId: string) => db.select({ action: audit.action, personId: audit.personId, detail: audit.detail }).from(audit).where(eq(audit.actorId, actorId)).orderBy(asc(audit.id));
const adminsAmong = async (ids: string[]) => (await db.select({ id: users.id }).from(users).where(and(sql`${users.id} = any(${sql.param(ids)}::uuid[])`, eq(users.admin, true), isNull(users.disabledAt)))).map(({ id }) => id);

// Whoever is an admin is everybody's business: what depends on it stands in this file alone, whose tests run one after the other.
beforeEach(async () => {
  await db.update(users).set({ admin: false }).where(eq(users.admin, true));
});

describe("the first admin", () => {
  test("is claimed once, with the token in the log and no other, which is written down", async () => {
    await db.update(installation).set({ adminClaimHash: hashToken("the token") });
    const [one, other] = [await makePerson(), await makePerson()];
    expect(await saveFirstAdmin({ userId: one, token: "a guess" })).toBe(false);
    const claims = await Promise.all([one, other].map((userId) => saveFirstAdmin({ userId, token: "the token" })));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await saveFirstAdmin({ userId: other, token: "the token" })).toBe(false);
    expect((await actsOf(claims[0] ? one : other)).map(({ action }) => action)).toEqual(["person.first-admin"]);
  });
});

test("an only admin is not erased, and of two who go at once one stays; whoever is disabled does not count", async () => {
  const [one, other, disabled] = [await makePerson(true), await makePerson(), await makePerson(true)];
  await db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, disabled));
  expect(await eraseAccount(one)).toBe("last admin");
  await db.update(users).set({ admin: true }).where(eq(users.id, other));
  expect((await Promise.all([eraseAccount(one), eraseAccount(other)])).sort()).toEqual(["erased", "last admin"]);
});

describe("roles", () => {
  test("are given and taken, sign the person out, and are written down once", async () => {
    const [admin, sneha] = [await makePerson(true), await makePerson()];
    const before = await signIn(sneha);
    expect(await saveRoles(admin, sneha, { instructor: true, admin: true })).toBe(true);
    expect(await saveRoles(admin, sneha, { instructor: true, admin: true })).toBe(false);
    expect(await findOpenSession(before)).toBeNull();
    const after = await signIn(sneha);
    expect(await rolesOf(after)).toEqual({ admin: true, instructor: true });
    expect(await saveRoles(admin, sneha, { instructor: false, admin: false })).toBe(true);
    expect(await rolesOf(await signIn(sneha))).toEqual({ admin: false, instructor: false });
    expect(await actsOf(admin)).toEqual([
      { action: "person.roles", personId: sneha, detail: { instructor: "yes", admin: "yes" } },
      { action: "person.roles", personId: sneha, detail: { instructor: "no", admin: "no" } },
    ]);
  });

  test("are not changed by a form that was drawn with others", async () => {
    const [admin, sneha] = [await makePerson(true), await makePerson()];
    const drawn = { instructor: false, admin: false };
    expect(await saveRoles(admin, sneha, { instructor: true, admin: false, was: drawn })).toBe(true);
    expect(await saveRoles(admin, sneha, { instructor: false, admin: true, was: drawn })).toBe(false);
    expect(await rolesOf(await signIn(sneha))).toEqual({ admin: false, instructor: true });
    expect(await saveRoles(admin, sneha, { instructor: true, admin: true, was: { instructor: true, admin: false } })).toBe(true);
  });

  test("whoever is an instructor no more teaches no cohort, and goes on learning", async () => {
    const [admin, farida] = [await makePerson(true), await makePerson()];
    const [taught, learnt] = [uuidv7(), uuidv7()];
    for (const id of [taught, learnt]) await db.insert(cohorts).values({ id, slug: `t-${id}`, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
    await db.insert(enrollments).values([{ cohortId: taught, userId: farida, role: "instructor" }, { cohortId: learnt, userId: farida, role: "learner" }]);
    expect(await saveRoles(admin, farida, { instructor: true, admin: false })).toBe(false);
    expect(await saveRoles(admin, farida, { instructor: false, admin: false })).toBe(true);
    const here = await db.select({ cohortId: enrollments.cohortId }).from(enrollments).where(and(eq(enrollments.userId, farida), isNull(enrollments.leftAt)));
    expect(here).toEqual([{ cohortId: learnt }]);
  });

  test("take back what would bring somebody into teaching again: links they made, and invitations for their address", async () => {
    const [admin, farida, other] = [await makePerson(true), await makePerson(true), await makePerson()];
    const addressOf = async (id: string) => (await db.select({ email: users.email }).from(users).where(eq(users.id, id)))[0]?.email ?? "";
    const cohortId = uuidv7();
    await db.insert(cohorts).values({ id: cohortId, slug: `t-${cohortId}`, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
    const expiresAt = new Date(Date.now() + 60_000);
    const make = async (createdBy: string, email: string | null) => {
      const [id, code] = [uuidv7(), uuidv7()];
      await db.insert(instructorInvitations).values({ id, codeHash: hashToken(code), email, expiresAt, createdBy });
      await db.insert(invitations).values({ cohortId, id, codeHash: hashToken(`${code} cohort`), role: "instructor", email, usesAllowed: 9, expiresAt, createdBy });
      return id;
    };
    const [ownLink, forOther, forThem, adminsLink] = [await make(farida, null), await make(farida, await addressOf(other)), await make(admin, await addressOf(farida)), await make(admin, null)];
    const revoked = async (table: typeof invitations | typeof instructorInvitations) =>
      (await db.select({ id: table.id }).from(table).where(and(sql`${table.id} = any(${sql.param([ownLink, forOther, forThem, adminsLink])}::uuid[])`, isNotNull(table.revokedAt))).orderBy(asc(table.id))).map(({ id }) => id);

    expect(await saveRoles(admin, farida, { instructor: true, admin: false })).toBe(true);
    expect([await revoked(instructorInvitations), await revoked(invitations)]).toEqual([[ownLink], []]);
    expect(await saveRoles(admin, farida, { instructor: false, admin: false })).toBe(true);
    expect([await revoked(instructorInvitations), await revoked(invitations)]).toEqual([[ownLink, forThem], [ownLink, forThem]]);
    await db.update(users).set({ admin: true }).where(eq(users.id, other));
    expect(await saveDisabled(other, admin, true)).toBe(true);
    expect([await revoked(instructorInvitations), await revoked(invitations)]).toEqual([[ownLink, forThem, adminsLink], [ownLink, forThem, adminsLink]]);
  });

  test("are changed by nobody who is no admin, or is disabled", async () => {
    const [admin, out, learner, sneha] = [await makePerson(true), await makePerson(true), await makePerson(), await makePerson()];
    await saveDisabled(admin, out, true);
    for (const actor of [learner, out, sneha, uuidv7()]) expect(await saveRoles(actor, sneha, { instructor: true, admin: true })).toBe(false);
    expect(await actsOf(learner)).toEqual([]);
  });
});

describe("the last admin", () => {
  test("stays one, and is not disabled; one who is disabled does not count as one who is left", async () => {
    const [admin, out] = [await makePerson(true), await makePerson(true)];
    await saveDisabled(admin, out, true);
    expect(await saveRoles(admin, admin, { instructor: true, admin: false })).toBe(false);
    expect(await saveDisabled(admin, admin, true)).toBe(false);
    expect(await adminsAmong([admin, out])).toEqual([admin]);
  });

  test("may stop when there is another", async () => {
    const [admin, other] = [await makePerson(true), await makePerson(true)];
    expect(await saveRoles(admin, admin, { instructor: false, admin: false })).toBe(true);
    expect(await adminsAmong([admin, other])).toEqual([other]);
  });

  test("is left by two who take it from each other at once, in each of twenty rounds", async () => {
    for (let round = 0; round < 20; round += 1) {
      const pair = [await makePerson(true), await makePerson(true)] as const;
      const act = round % 2 ? (by: string, of: string) => saveDisabled(by, of, true) : (by: string, of: string) => saveRoles(by, of, { instructor: false, admin: false });
      const done = await Promise.all([act(pair[0], pair[1]), act(pair[1], pair[0])]);
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await adminsAmong([...pair])).toHaveLength(1);
      await db.update(users).set({ admin: false }).where(eq(users.admin, true));
    }
  });

  test("is left by four who all stop at once", async () => {
    const four = await Promise.all(Array.from({ length: 4 }, () => makePerson(true)));
    const done = await Promise.all(four.map((id) => saveRoles(id, id, { instructor: false, admin: false })));
    expect(done.filter(Boolean)).toHaveLength(3);
    expect(await adminsAmong(four)).toHaveLength(1);
  });
});

describe("disabling", () => {
  test("ends what is open, opens nothing more, and hides the calendar, until the person is let in again", async () => {
    const [admin, sneha] = [await makePerson(true), await makePerson()];
    const [before, calendar] = [await signIn(sneha), hashToken(randomUUID())];
    await db.execute(sql`insert into plans (user_id, hours_per_week, calendar_hash) values (${sneha}, 8, ${calendar})`);
    expect(await saveDisabled(admin, sneha, true)).toBe(true);
    expect(await saveDisabled(admin, sneha, true)).toBe(false);
    expect(await findOpenSession(before)).toBeNull();
    expect(await findOpenSession(await signIn(sneha))).toBeNull();
    expect(await isDisabled(sneha)).toBe(true);
    expect(await findPlanOfCalendar(calendar)).toBeNull();

    expect(await saveDisabled(admin, sneha, false)).toBe(true);
    expect(await findOpenSession(before)).toBeNull();
    expect((await findOpenSession(await signIn(sneha)))?.viewer).toMatchObject({ id: sneha });
    expect(await findPlanOfCalendar(calendar)).toMatchObject({ userId: sneha });
    expect((await actsOf(admin)).map(({ action }) => action)).toEqual(["person.disable", "person.enable"]);
  });

  test("lets nobody in whose session was opened at the same moment", async () => {
    const [admin, sneha] = [await makePerson(true), await makePerson()];
    await saveDisabled(admin, sneha, true);
    const sessionId = randomUUID();
    await db.insert(sessions).values({ idHash: hashToken(sessionId), userId: sneha });
    expect(await findOpenSession(sessionId)).toBeNull();
  });
});

test("an admin signs a person out everywhere, which is written down as the admin’s act", async () => {
  const [admin, sneha] = [await makePerson(true), await makePerson()];
  const open = [await signIn(sneha), await signIn(sneha)];
  await endSessionsOf(sneha, admin);
  for (const sessionId of open) expect(await findOpenSession(sessionId)).toBeNull();
  expect(await actsOf(admin)).toEqual([{ action: "session.end-all", personId: sneha, detail: null }]);
});

test("the list of people tells admins, instructors and those who are disabled apart", async () => {
  const mark = randomUUID();
  const named = async (letter: string, more: Partial<typeof users.$inferInsert> = {}) => {
    const id = uuidv7();
    await db.insert(users).values({ id, name: `${letter} ${mark}`, email: `${id}@example.org`, ...more });
    return id;
  };
  const admin = await named("a", { admin: true });
  const invited = await named("b", { mayTeach: true });
  const [teacher, former, learner] = [await named("c"), await named("d"), await named("e")];
  const out = await named("f", { disabledAt: new Date() });
  const cohortId = uuidv7();
  await db.insert(cohorts).values({ id: cohortId, slug: `t-${cohortId}`, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values([
    { cohortId, userId: teacher, role: "instructor" },
    { cohortId, userId: former, role: "instructor", leftAt: new Date() },
    { cohortId, userId: learner, role: "learner" },
  ]);
  const find = async (kind: "admins" | "instructors" | "disabled" | null) => listPeople({ who: mark, kind, after: null }, 50);
  const idsOf = async (kind: "admins" | "instructors" | "disabled") => (await find(kind)).map(({ id }) => id);
  expect(await idsOf("admins")).toEqual([admin]);
  expect(await idsOf("instructors")).toEqual([invited, teacher]);
  expect(await idsOf("disabled")).toEqual([out]);
  expect((await find(null)).map((person) => [person.admin, person.instructor, person.disabled])).toEqual([
    [true, false, false], [false, true, false], [false, true, false], [false, false, false], [false, false, false], [false, false, true],
  ]);
});
