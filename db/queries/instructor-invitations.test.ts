import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { outbox } from "@/db/schema/mail";
import { makeInvitationCode } from "@/lib/cohorts/invitation";
import { hashToken } from "./accounts";
import { addInstructorLink, addInstructorMail, findInstructorOffer, listInstructorInvitations, redeemInstructorInvitation, revokeInstructorInvitation, saveInstructorCode } from "./instructor-invitations";
import { addSession, findOpenSession } from "./sessions";

type Made = { id: string; email: string };

async function makePerson(): Promise<Made> {
  const person = { id: uuidv7(), email: `${randomUUID()}@example.org` };
  await db.insert(users).values({ ...person, name: "A person" });
  return person;
}

/** Somebody signed in who takes an invitation, and what became of it. */
async function take(code: string, { id: userId }: Made) {
  const [sessionId, nextSessionId] = [randomUUID(), randomUUID()];
  await addSession({ sessionId, userId, device: null, deviceHash: hashToken(randomUUID()) });
  const taken = await redeemInstructorInvitation(code, { userId, idHash: hashToken(sessionId), nextSessionId });
  return { taken, sessionId, nextSessionId };
}

async function makeLink(admin: Made, days = 7): Promise<string> {
  const code = makeInvitationCode();
  await addInstructorLink(admin.id, { code, days });
  return code;
}

const idOf = async (code: string) => (await db.select({ id: instructorInvitations.id }).from(instructorInvitations).where(eq(instructorInvitations.codeHash, hashToken(code))))[0]?.id ?? "";
const actsOf = async ({ id }: Made) => (await db.select({ action: audit.action }).from(audit).where(eq(audit.actorId, id)).orderBy(asc(audit.id))).map(({ action }) => action);
const mailOf = async (email: string) => (await db.select({ id: outbox.id, about: outbox.about }).from(outbox).where(eq(outbox.address, email)))[0];

describe("an invitation to be an instructor", () => {
  test("is taken once, under another session id, and written down; of its code only a hash is kept", async () => {
    const [admin, ravi, other] = [await makePerson(), await makePerson(), await makePerson()];
    const code = await makeLink(admin);
    expect(await db.select({ id: instructorInvitations.id }).from(instructorInvitations).where(eq(instructorInvitations.codeHash, code))).toEqual([]);
    expect(await findInstructorOffer(code, null)).toMatchObject({ foreign: false });

    const { taken, sessionId, nextSessionId } = await take(code, ravi);
    expect(taken).toBe(true);
    expect(await findOpenSession(sessionId)).toBeNull();
    expect((await findOpenSession(nextSessionId))?.viewer).toMatchObject({ id: ravi.id, teaches: true });
    expect(await findInstructorOffer(code, other.id)).toBeNull();
    expect(await take(code, other)).toMatchObject({ taken: false });
    expect(await actsOf(admin)).toEqual(["instructor.invite"]);
    expect(await actsOf(ravi)).toEqual(["session.open", "instructor.join"]);
    expect((await listInstructorInvitations(null, 200)).find(({ usedByName, state }) => usedByName && state === "used")).toBeTruthy();
  });

  test("goes to one of twenty who take it at once", async () => {
    const code = await makeLink(await makePerson());
    const people = await Promise.all(Array.from({ length: 20 }, makePerson));
    const done = await Promise.all(people.map((person) => take(code, person)));
    expect(done.filter(({ taken }) => taken)).toHaveLength(1);
    const [count] = await db.execute<{ teach: number }>(sql`select count(*)::int as teach from users where may_teach and id = any(${sql.param(people.map(({ id }) => id))}::uuid[])`);
    expect(count?.teach).toBe(1);
  });

  test("is not used up by somebody who may teach already", async () => {
    const [ravi, code] = [await makePerson(), await makeLink(await makePerson())];
    await db.update(users).set({ mayTeach: true }).where(eq(users.id, ravi.id));
    expect(await take(code, ravi)).toMatchObject({ taken: false });
    expect(await findInstructorOffer(code, ravi.id)).not.toBeNull();
  });

  test.each([
    ["revoked", async (code: string, admin: Made) => revokeInstructorInvitation(admin.id, await idOf(code))],
    ["run out", async (code: string) => db.update(instructorInvitations).set({ expiresAt: new Date() }).where(eq(instructorInvitations.codeHash, hashToken(code)))],
  ])("that is %s lets nobody in", async (_, end) => {
    const [admin, ravi] = [await makePerson(), await makePerson()];
    const code = await makeLink(admin);
    await end(code, admin);
    expect(await findInstructorOffer(code, ravi.id)).toBeNull();
    expect(await take(code, ravi)).toMatchObject({ taken: false });
  });

  test("by mail is for its address alone; each mail has a code of its own, and none is sent once it is revoked", async () => {
    const [admin, ravi, other] = [await makePerson(), await makePerson(), await makePerson()];
    await addInstructorMail(admin.id, { email: ravi.email, days: 7 });
    const mail = await mailOf(ravi.email);
    const [invitation] = await db.select({ id: instructorInvitations.id }).from(instructorInvitations).where(eq(instructorInvitations.email, ravi.email));
    const about = { invitationId: invitation?.id ?? "", mailId: mail?.id ?? "" };
    const codes = [makeInvitationCode(), makeInvitationCode()] as const;
    for (const code of codes) expect(await saveInstructorCode(about, hashToken(code))).toMatchObject({ invitedByName: "A person" });
    expect(await findInstructorOffer(codes[0], ravi.id)).toBeNull();
    expect(await findInstructorOffer(codes[1], other.id)).toMatchObject({ foreign: true });
    expect(await take(codes[1], other)).toMatchObject({ taken: false });

    for (let time = 0; time < 2; time += 1) await revokeInstructorInvitation(admin.id, about.invitationId);
    expect(await mailOf(ravi.email)).toBeUndefined();
    expect(await saveInstructorCode(about, hashToken(makeInvitationCode()))).toBeNull();
    expect(await take(codes[1], ravi)).toMatchObject({ taken: false });
    expect(await actsOf(admin)).toEqual(["instructor.invite", "instructor.revoke"]);
  });
});
