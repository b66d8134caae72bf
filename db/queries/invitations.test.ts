import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, invitations, rosterEntries } from "@/db/schema/cohorts";
import { outbox } from "@/db/schema/mail";
import { hashToken } from "./accounts";
import { removeInstructor } from "./cohort-settings";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import {
  addLinkInvitation,
  addMailInvitation,
  findInvitation,
  findOffer,
  listInvitations,
  redeemInvitation,
  revokeInvitation,
  saveLinkForAddress,
  saveLinkForInvitation,
} from "./invitations";

async function makePeople(count: number) {
  const people = Array.from({ length: count }, (_, index) => ({ id: uuidv7(), name: `Person ${index}`, email: `${randomUUID()}@example.org` }));
  await db.insert(users).values(people);
  return people;
}

async function makePerson() {
  const [person] = await makePeople(1);
  if (!person) throw new Error("One person was made.");
  return person;
}

async function makeCohort(): Promise<TaughtCohort> {
  const teacher = await makePerson();
  const cohort = { id: uuidv7(), slug: `t-${randomUUID()}`, name: "Evening" };
  await db.insert(cohorts).values({ ...cohort, startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values({ cohortId: cohort.id, userId: teacher.id, role: "instructor" });
  const taught = await findTaughtCohort(cohort.slug, { id: teacher.id, admin: false });
  if (!taught) throw new Error("Its instructor finds it.");
  return taught;
}

async function makeLink(cohort: TaughtCohort, change: { role?: "learner" | "instructor"; usesAllowed?: number } = {}): Promise<string> {
  const code = randomUUID();
  await addLinkInvitation(cohort, { code, role: "learner", usesAllowed: 1, days: 30, ...change });
  return code;
}

const join = (code: string, id: string, under18 = false) => redeemInvitation(code, { id, under18 });
const usesOf = async (code: string) => (await db.select({ uses: invitations.uses }).from(invitations).where(eq(invitations.codeHash, hashToken(code))))[0]?.uses;
const learnersOf = (cohort: TaughtCohort) =>
  db
    .select({ userId: enrollments.userId })
    .from(enrollments)
    .where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)));

describe("a one-use invitation", () => {
  test("used by 200 people at once enrolls exactly one", async () => {
    const cohort = await makeCohort();
    const code = await makeLink(cohort);
    const people = await makePeople(200);
    const answers = await Promise.all(people.map(({ id }) => join(code, id)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await learnersOf(cohort)).toHaveLength(1);
    expect(await usesOf(code)).toBe(1);
  });

  test("used 200 times at once by one person enrolls them once", async () => {
    const cohort = await makeCohort();
    const code = await makeLink(cohort);
    const { id } = await makePerson();
    const answers = await Promise.all(Array.from({ length: 200 }, () => join(code, id)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await learnersOf(cohort)).toEqual([{ userId: id }]);
    expect(await usesOf(code)).toBe(1);
  });
});

describe("an invitation for many", () => {
  test("used at once by one person, new or coming back, counts one use", async () => {
    const cohort = await makeCohort();
    const code = await makeLink(cohort, { usesAllowed: 200 });
    const { id } = await makePerson();
    for (const uses of [1, 2]) {
      const answers = await Promise.allSettled(Array.from({ length: 50 }, () => join(code, id)));
      expect(answers.filter((answer) => answer.status === "fulfilled" && answer.value)).toHaveLength(1);
      for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ cause: { code: "23505" } });
      expect(await usesOf(code)).toBe(uses);
      expect(await learnersOf(cohort)).toEqual([{ userId: id }]);
      await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, id));
    }
  });

  test("takes as many people as it says", async () => {
    const cohort = await makeCohort();
    const code = await makeLink(cohort, { usesAllowed: 7 });
    const people = await makePeople(30);
    await Promise.all(people.map(({ id }) => join(code, id)));
    expect(await learnersOf(cohort)).toHaveLength(7);
    expect(await usesOf(code)).toBe(7);
  });
});

describe("whose teaching was ended", () => {
  test("is not let back in by a link of before, also one they made, and by a later one they are", async () => {
    const cohort = await makeCohort();
    const person = await makePerson();
    const link = await makeLink(cohort, { role: "instructor", usesAllowed: 5 });
    expect(await join(link, person.id)).not.toBeNull();
    const taught = await findTaughtCohort(cohort.slug, { id: person.id, admin: false });
    if (!taught) throw new Error("Its instructor finds it.");
    const [ownLink, ofLearners] = [await makeLink(taught, { role: "instructor" }), await makeLink(taught)];
    expect(await removeInstructor(cohort, person.id)).toBe(true);

    expect(await join(link, person.id)).toBeNull();
    expect((await findOffer(link, person.id))?.closed).toBe("revoked");
    const other = await makePerson();
    expect((await findOffer(link, other.id))?.closed).toBeNull();
    expect(await join(ownLink, other.id)).toBeNull();
    expect(await join(ofLearners, other.id)).toMatchObject({ role: "learner" });
    // Nor by way of learning there in between.
    expect(await join(await makeLink(cohort), person.id)).toMatchObject({ role: "learner" });
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, person.id));
    expect(await join(link, person.id)).toBeNull();
    expect(await join(await makeLink(cohort, { role: "instructor" }), person.id)).toMatchObject({ role: "instructor" });
  });
});

describe("what is behind a code", () => {
  test("is shown to whoever has it, as often as they look, and uses nothing up", async () => {
    const cohort = await makeCohort();
    const code = await makeLink(cohort);
    const { id } = await makePerson();
    for (let look = 0; look < 3; look += 1) {
      expect(await findOffer(code, id)).toEqual({
        role: "learner",
        closed: null,
        enrolledAs: null,
        saidUnder18: false,
        cohort: { slug: cohort.slug, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8, instructors: ["Person 0"] },
      });
    }
    expect(await usesOf(code)).toBe(0);
    expect(await findInvitation(code)).not.toBeNull();
    expect(await findInvitation(randomUUID())).toBeNull();
    expect(await findOffer(randomUUID(), id)).toBeNull();
    expect(await join(randomUUID(), id)).toBeNull();
  });

  test("says why it is closed, and a closed one enrolls nobody", async () => {
    const { id } = await makePerson();
    const closing = {
      revoked: async (cohort: TaughtCohort) => {
        const [invitation] = await listInvitations(cohort);
        await revokeInvitation(cohort, invitation?.id ?? "");
      },
      expired: (cohort: TaughtCohort) => db.update(invitations).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(invitations.cohortId, cohort.id)),
      "used up": (cohort: TaughtCohort) => db.update(invitations).set({ uses: 1 }).where(eq(invitations.cohortId, cohort.id)),
      "another address": (cohort: TaughtCohort) => db.update(invitations).set({ email: "somebody@example.org" }).where(eq(invitations.cohortId, cohort.id)),
      archived: (cohort: TaughtCohort) => db.update(cohorts).set({ archivedAt: new Date() }).where(eq(cohorts.id, cohort.id)),
    };
    for (const [why, close] of Object.entries(closing)) {
      const cohort = await makeCohort();
      const code = await makeLink(cohort);
      await close(cohort);
      expect((await findOffer(code, id))?.closed).toBe(why);
      expect(await join(code, id)).toBeNull();
      expect(await learnersOf(cohort)).toEqual([]);
    }
  });

  test("is not for an instructor of another cohort to revoke or to renew", async () => {
    const [cohort, other] = [await makeCohort(), await makeCohort()];
    const { id, email } = await makePerson();
    await addMailInvitation(cohort, { email, role: "learner", days: 30 });
    const code = await makeLink(cohort);
    const mine = await listInvitations(cohort);
    for (const invitation of mine) {
      await revokeInvitation(other, invitation.id);
      expect(await saveLinkForInvitation(other, { id: invitation.id, code: randomUUID() })).toBe(false);
    }
    expect(await listInvitations(cohort)).toEqual(mine);
    expect(await listInvitations(other)).toEqual([]);
    expect(await join(code, id)).toMatchObject({ slug: cohort.slug });
  });
});

describe("joining", () => {
  test("an instructor's invitation makes an instructor, and leaves a learner of the cohort what they are", async () => {
    const cohort = await makeCohort();
    const [learner, teacher] = await makePeople(2);
    await join(await makeLink(cohort), learner?.id ?? "");
    const code = await makeLink(cohort, { role: "instructor", usesAllowed: 5 });
    expect(await join(code, learner?.id ?? "")).toBeNull();
    expect((await findOffer(code, learner?.id ?? ""))?.enrolledAs).toBe("learner");
    expect(await join(code, teacher?.id ?? "")).toEqual({ slug: cohort.slug, role: "instructor" });
    expect(await usesOf(code)).toBe(1);
    expect(await findTaughtCohort(cohort.slug, { id: teacher?.id ?? "", admin: false })).not.toBeNull();
    expect(await findTaughtCohort(cohort.slug, { id: learner?.id ?? "", admin: false })).toBeNull();
  });

  test("takes the group from the roster, and what the person says of their age", async () => {
    const cohort = await makeCohort();
    const { id, email } = await makePerson();
    await db.insert(rosterEntries).values({ cohortId: cohort.id, email, name: "As the office says", groupName: "B1" });
    await join(await makeLink(cohort), id, true);
    const [row] = await db
      .select({ groupName: enrollments.groupName, under18: users.under18, name: users.name })
      .from(enrollments)
      .innerJoin(users, eq(users.id, enrollments.userId))
      .where(and(eq(enrollments.cohortId, cohort.id), eq(users.id, id)));
    expect(row).toEqual({ groupName: "B1", under18: true, name: "Person 0" });
  });

  test("a tick that is not set takes nothing back, and a refused joining says nothing of the age", async () => {
    const cohort = await makeCohort();
    const [said, refused] = await makePeople(2);
    await db.update(users).set({ under18: true }).where(eq(users.id, said?.id ?? ""));
    const code = await makeLink(cohort);
    await join(code, said?.id ?? "");
    await join(code, refused?.id ?? "", true);
    const under18 = async (id = "") => (await db.select({ under18: users.under18 }).from(users).where(eq(users.id, id)))[0]?.under18;
    expect(await under18(said?.id)).toBe(true);
    expect(await under18(refused?.id)).toBe(false);
  });
});

describe("an invitation by e-mail", () => {
  const mailsTo = (email: string) => db.select({ reason: outbox.reason, kind: outbox.kind, userId: outbox.userId, about: outbox.about }).from(outbox).where(eq(outbox.address, email));

  test("waits in the outbox, and nobody can use it before its mail is sent", async () => {
    const cohort = await makeCohort();
    const { id, email } = await makePerson();
    await addMailInvitation(cohort, { email, role: "learner", days: 14 });
    const [invitation] = await listInvitations(cohort);
    expect(invitation).toMatchObject({ email, usesAllowed: 1, state: "open", mail: "waiting", createdByName: "Person 0" });
    expect(await mailsTo(email)).toEqual([
      { reason: `invitation:${invitation?.id ?? ""}`, kind: "invitation", userId: id, about: { cohortId: cohort.id, invitationId: invitation?.id } },
    ]);
  });

  test("a link made by hand takes the place of the mail, and only that account may use it", async () => {
    const cohort = await makeCohort();
    const [person, other] = await makePeople(2);
    await addMailInvitation(cohort, { email: person?.email ?? "", role: "learner", days: 14 });
    const [invitation] = await listInvitations(cohort);
    expect(await saveLinkForInvitation(cohort, { id: invitation?.id ?? "", code: "first" })).toBe(true);
    const code = randomUUID();
    await saveLinkForAddress(cohort, { email: person?.email ?? "", code });
    expect(await mailsTo(person?.email ?? "")).toEqual([]);
    expect(await listInvitations(cohort)).toMatchObject([{ id: invitation?.id, mail: null }]);
    expect(await join("first", person?.id ?? "")).toBeNull();
    expect(await join(code, other?.id ?? "")).toBeNull();
    expect(await join(code, person?.id ?? "")).not.toBeNull();
  });

  test("is not sent once it is revoked, and a link for its address is a new invitation", async () => {
    const cohort = await makeCohort();
    const { id, email } = await makePerson();
    await addMailInvitation(cohort, { email, role: "learner", days: 14 });
    const [invitation] = await listInvitations(cohort);
    await revokeInvitation(cohort, invitation?.id ?? "");
    expect(await mailsTo(email)).toEqual([]);
    expect(await saveLinkForInvitation(cohort, { id: invitation?.id ?? "", code: randomUUID() })).toBe(false);
    const code = randomUUID();
    await saveLinkForAddress(cohort, { email, code });
    expect(await listInvitations(cohort)).toHaveLength(2);
    expect(await join(code, id)).not.toBeNull();
  });
});

test("no code is at rest", async () => {
  const cohort = await makeCohort();
  const code = await makeLink(cohort);
  const rows = await db.select().from(invitations).where(eq(invitations.cohortId, cohort.id));
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(rows[0]?.codeHash).toMatch(/^[0-9a-f]{64}$/);
});
