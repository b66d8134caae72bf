import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, enrollments, invitations, rosterEntries } from "@/db/schema/cohorts";
import { mailCodes, outbox } from "@/db/schema/mail";
import { addUser, hashToken } from "./accounts";
import { findCredentials, saveAddressByCode, savePassword } from "./credentials";
import { eraseAccount } from "./erasure";
import { addMailCode, saveMailCode } from "./mail-codes";
import { addSession, confirmSession, findOpenSession } from "./sessions";
import { findPasswordAccount } from "./tries";

async function makeUser() {
  const email = `${randomUUID()}@example.org`;
  const userId = await addUser({ name: "Sneha", email, passwordHash: "$argon2id$old" });
  if (!userId) throw new Error("no user was made");
  const [here, there] = [await signIn(userId), await signIn(userId)];
  return { userId, email, here, there, of: { userId, idHash: hashToken(here.sessionId) } };
}

async function signIn(userId: string) {
  const opened = { sessionId: randomUUID(), deviceHash: hashToken(randomUUID()) };
  await addSession({ ...opened, userId, device: null });
  return opened;
}

const noticesTo = async (address: string) => (await db.select({ about: outbox.about }).from(outbox).where(eq(outbox.address, address))).map(({ about }) => about);

/** A good code for an account and the address it wants. */
async function askFor(userId: string, address: string): Promise<string> {
  await addMailCode({ purpose: "change-address", detail: {} }, { address, userId });
  const [asked] = await db.select({ codeId: mailCodes.id, mailId: outbox.id }).from(mailCodes).innerJoin(outbox, eq(outbox.reason, sql`'code:' || ${mailCodes.id}`)).where(eq(mailCodes.address, address));
  const code = randomUUID();
  if (asked) await saveMailCode(asked, code);
  return code;
}

test("a session is fresh for ten minutes, and again under another id when the person shows who they are", async () => {
  const { here, of } = await makeUser();
  expect(await findOpenSession(here.sessionId)).toMatchObject({ fresh: true });
  await db.update(sessions).set({ createdAt: sql`now() - interval '11 minutes'` }).where(eq(sessions.idHash, of.idHash));
  expect(await findOpenSession(here.sessionId)).toMatchObject({ fresh: false });

  const next = randomUUID();
  await confirmSession(of.idHash, next);
  expect(await findOpenSession(here.sessionId)).toBeNull();
  expect(await findOpenSession(next)).toMatchObject({ fresh: true });
  await db.update(sessions).set({ confirmedAt: sql`now() - interval '11 minutes'` }).where(eq(sessions.idHash, hashToken(next)));
  expect(await findOpenSession(next)).toMatchObject({ fresh: false });
});

test("a changed password ends the other sessions, makes their devices unknown, tells the address and is written down", async () => {
  const { userId, email, here, there, of } = await makeUser();
  await savePassword(of, "$argon2id$new");
  expect(await findPasswordAccount(email, here.deviceHash)).toMatchObject({ passwordHash: "$argon2id$new", knownDevice: true });
  expect(await findPasswordAccount(email, there.deviceHash)).toMatchObject({ knownDevice: false });
  expect(await findOpenSession(here.sessionId)).not.toBeNull();
  expect(await findOpenSession(there.sessionId)).toBeNull();
  expect(await noticesTo(email)).toEqual([{ what: "password-changed" }]);
  expect(await db.select({ action: audit.action }).from(audit).where(eq(audit.personId, userId)).orderBy(audit.id)).toContainEqual({ action: "password.change" });
});

test("a changed address is that of the link, checked, and the address before it is told", async () => {
  const { userId, email, here, there, of } = await makeUser();
  const wanted = `${randomUUID()}@example.org`;
  const code = await askFor(userId, wanted);
  expect(await saveAddressByCode(of, code)).toBe(true);
  expect(await saveAddressByCode(of, code)).toBe(false);
  expect(await findCredentials(userId)).toEqual({ email: wanted, checked: true, hasPassword: true });
  expect(await noticesTo(email)).toEqual([{ what: "address-changed" }]);
  expect(await findOpenSession(here.sessionId)).not.toBeNull();
  expect(await findOpenSession(there.sessionId)).toBeNull();
});

test("a list that expected the address before knows who it was, and what waits for them goes to the new one", async () => {
  const { userId, email, of } = await makeUser();
  const [joined, elsewhere] = [uuidv7(), uuidv7()];
  for (const id of [joined, elsewhere]) await db.insert(cohorts).values({ id, slug: `t-${id}`, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values({ cohortId: joined, userId, role: "learner", groupName: "B1" });
  await db.insert(rosterEntries).values([joined, elsewhere].map((cohortId) => ({ cohortId, email, name: "Sneha", groupName: "B1" })));
  const invitation = { email, role: "learner" as const, usesAllowed: 1, expiresAt: new Date(Date.now() + 60_000) };
  await db.insert(invitations).values([{ ...invitation, id: uuidv7(), cohortId: joined, codeHash: randomUUID(), uses: 1 }, { ...invitation, id: uuidv7(), cohortId: elsewhere, codeHash: randomUUID() }]);
  const waiting = { userId, address: email, about: {} };
  await db.insert(outbox).values([{ ...waiting, id: uuidv7(), reason: randomUUID(), kind: "message" }, { ...waiting, id: uuidv7(), reason: randomUUID(), kind: "message", sentAt: new Date() }]);

  const wanted = `${randomUUID()}@example.org`;
  expect(await saveAddressByCode(of, await askFor(userId, wanted))).toBe(true);
  const listed = await db.select({ cohortId: rosterEntries.cohortId, joinedAs: rosterEntries.joinedAs }).from(rosterEntries).where(eq(rosterEntries.email, email)).orderBy(rosterEntries.cohortId);
  expect(listed).toEqual([{ cohortId: joined, joinedAs: userId }, { cohortId: elsewhere, joinedAs: null }]);
  expect(await db.select({ cohortId: invitations.cohortId }).from(invitations).where(eq(invitations.email, email))).toEqual([{ cohortId: elsewhere }]);
  const mails = await db.select({ kind: outbox.kind, address: outbox.address, sent: sql<boolean>`sent_at is not null` }).from(outbox).where(and(eq(outbox.userId, userId), eq(outbox.kind, "message"))).orderBy(outbox.id);
  expect(mails).toEqual([{ kind: "message", address: wanted, sent: false }, { kind: "message", address: email, sent: true }]);

  expect(await eraseAccount(userId)).toBe("erased");
  expect(await db.select({ cohortId: rosterEntries.cohortId }).from(rosterEntries).where(eq(rosterEntries.email, email))).toEqual([{ cohortId: elsewhere }]);
});

test("nobody follows a link of somebody else, and no address of another account is had", async () => {
  const [sneha, ravi] = [await makeUser(), await makeUser()];
  const wanted = `${randomUUID()}@example.org`;
  const code = await askFor(sneha.userId, wanted);
  expect(await saveAddressByCode(ravi.of, code)).toBe(false);
  await addUser({ name: "Ananya", email: wanted, passwordHash: "$argon2id$" });
  expect(await saveAddressByCode(sneha.of, code)).toBe(false);
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, sneha.userId));
  expect(row).toEqual({ email: sneha.email });
  expect(await findOpenSession(sneha.there.sessionId)).not.toBeNull();
});
