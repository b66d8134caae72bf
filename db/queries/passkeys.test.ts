import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/mail";
import { addUser, hashToken } from "./accounts";
import { addPasskey, findPasskey, listPasskeys, removePasskey, saveChallenge, savePasskeyShown, saveRecoveryCodeUsed, takeChallenge } from "./passkeys";
import { addSession, findOpenSession } from "./sessions";
import { writeWhileErased } from "./while-erased";

async function makeUser() {
  const email = `${randomUUID()}@example.org`;
  const userId = await addUser({ name: "Farida", email, passwordHash: "$argon2id$" });
  if (!userId) throw new Error("no user was made");
  return { userId, email };
}

async function signIn(userId: string): Promise<string> {
  const sessionId = randomUUID();
  await addSession({ sessionId, userId, device: null, deviceHash: hashToken(randomUUID()) });
  return sessionId;
}

const newPasskey = (counter = 0) => ({ id: randomUUID(), name: "My phone", publicKey: "pQECAyYg", counter, transports: ["internal", "hybrid"] });

async function makeUserWithPasskey(counter = 0) {
  const user = await makeUser();
  const sessionId = await signIn(user.userId);
  const passkey = newPasskey(counter);
  const code = randomUUID();
  await addPasskey({ userId: user.userId, idHash: hashToken(sessionId), passkey, recoveryHashes: [hashToken(code)] });
  return { ...user, sessionId, passkey, code };
}

test("a passkey is shown by the session that made it, and awaited by every later one", async () => {
  const { userId, sessionId, passkey, email } = await makeUserWithPasskey();
  expect(await findOpenSession(sessionId)).toMatchObject({ awaitsPasskey: false, passkeyShown: true });
  const later = await signIn(userId);
  expect(await findOpenSession(later)).toMatchObject({ awaitsPasskey: true, passkeyShown: false });
  expect(await findPasskey(userId, passkey.id)).toEqual({ id: passkey.id, publicKey: "pQECAyYg", counter: 0, transports: ["internal", "hybrid"] });
  expect(await db.select({ about: outbox.about }).from(outbox).where(eq(outbox.address, email))).toEqual([{ about: { what: "passkey-added" } }]);
});

test("what is done with passkeys while the account is erased holds nothing up", async () => {
  const add = await makeUserWithPasskey();
  const more = { userId: add.userId, idHash: hashToken(add.sessionId), passkey: newPasskey(), recoveryHashes: [] };
  expect(await writeWhileErased(add.userId, () => addPasskey(more))).toBeNull();
  const show = await makeUserWithPasskey();
  const shown = { userId: show.userId, idHash: hashToken(show.sessionId), nextSessionId: randomUUID(), id: show.passkey.id, counter: 0 };
  expect(await writeWhileErased(show.userId, () => savePasskeyShown(shown))).toBe(false);
  const remove = await makeUserWithPasskey();
  expect(await writeWhileErased(remove.userId, () => removePasskey(remove.userId, remove.passkey.id))).toBe(false);
  const use = await makeUserWithPasskey();
  const used = { userId: use.userId, idHash: hashToken(use.sessionId), nextSessionId: randomUUID(), code: use.code };
  expect(await writeWhileErased(use.userId, () => saveRecoveryCodeUsed(used))).toBe(false);
});

test("sessions from before the first passkey end", async () => {
  const { userId } = await makeUser();
  const [before, here] = [await signIn(userId), await signIn(userId)];
  expect(await addPasskey({ userId, idHash: hashToken(here), passkey: newPasskey(), recoveryHashes: [] })).toEqual({ withCodes: false });
  expect(await findOpenSession(before)).toBeNull();
});

test("recovery codes come with the first passkey and not again while one is left", async () => {
  const { userId, sessionId } = await makeUserWithPasskey();
  expect(await addPasskey({ userId, idHash: hashToken(sessionId), passkey: newPasskey(), recoveryHashes: [hashToken(randomUUID())] })).toEqual({ withCodes: false });
});

test("a passkey of somebody else is not taken over", async () => {
  const { passkey } = await makeUserWithPasskey();
  const other = await makeUser();
  expect(await addPasskey({ userId: other.userId, idHash: hashToken(await signIn(other.userId)), passkey, recoveryHashes: [] })).toBeNull();
  expect(await listPasskeys(other.userId)).toEqual([]);
  expect(await findPasskey(other.userId, passkey.id)).toBeNull();
  expect(await removePasskey(other.userId, passkey.id)).toBe(false);
});

test("a challenge is taken once, by the session that asked, within five minutes", async () => {
  const { userId } = await makeUser();
  const [one, other] = [hashToken(await signIn(userId)), hashToken(await signIn(userId))];
  await saveChallenge(one, "first");
  await saveChallenge(one, "second");
  expect(await takeChallenge(other)).toBeNull();
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeChallenge(one)));
  expect(taken.filter(Boolean)).toEqual(["second"]);
  await saveChallenge(one, "late");
  await db.update(sessions).set({ challengeUntil: sql`now() - interval '1 second'` }).where(eq(sessions.idHash, one));
  expect(await takeChallenge(one)).toBeNull();
});

test("a passkey that was shown signs in under another id, and one whose counter did not grow does not", async () => {
  const { userId, passkey } = await makeUserWithPasskey(7);
  const show = async (counter: number) => {
    const [sessionId, nextSessionId] = [await signIn(userId), randomUUID()];
    const shown = await savePasskeyShown({ userId, idHash: hashToken(sessionId), nextSessionId, id: passkey.id, counter });
    return { shown, before: await findOpenSession(sessionId), after: await findOpenSession(nextSessionId) };
  };
  expect(await show(8)).toMatchObject({ shown: true, before: null, after: { awaitsPasskey: false, passkeyShown: true, fresh: true } });
  for (const counter of [8, 3, 0]) expect(await show(counter)).toMatchObject({ shown: false, before: { awaitsPasskey: true }, after: null });
});

test("a recovery code signs in once, and the address is told", async () => {
  const { userId, email, code } = await makeUserWithPasskey();
  const use = async (said: string) => saveRecoveryCodeUsed({ userId, idHash: hashToken(await signIn(userId)), nextSessionId: randomUUID(), code: said });
  expect(await use("not one of them")).toBe(false);
  const used = await Promise.all(Array.from({ length: 5 }, () => use(code)));
  expect(used.filter(Boolean)).toHaveLength(1);
  const notices = await db.select({ about: outbox.about }).from(outbox).where(eq(outbox.address, email));
  expect(notices).toContainEqual({ about: { what: "recovery-code-used" } });
});

test("without its last passkey an account awaits none, and its codes are gone", async () => {
  const { userId, passkey, code } = await makeUserWithPasskey();
  expect(await removePasskey(userId, passkey.id)).toBe(true);
  expect(await findOpenSession(await signIn(userId))).toMatchObject({ awaitsPasskey: false });
  expect(await saveRecoveryCodeUsed({ userId, idHash: hashToken(await signIn(userId)), nextSessionId: randomUUID(), code })).toBe(false);
});
