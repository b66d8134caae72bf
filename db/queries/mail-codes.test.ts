import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { mailCodes, outbox } from "@/db/schema/mail";
import { knownDevices } from "@/db/schema/tries";
import { compose } from "@/lib/mail/compose";
import { addUser, findOrAddUserOfIdentity, hashToken } from "./accounts";
import { addMailCode, addUserByCode, findMailCode, saveCheckByCode, savePasswordByCode, type CodeAsked } from "./mail-codes";
import { findCredentials } from "./credentials";
import { dropWaitingMail, findWaitingMail, listWaitingMail, type ClaimedMail } from "./outbox";
import { addSession, findOpenSession } from "./sessions";

const RESET: CodeAsked = { purpose: "reset-password", detail: {} };
const SIGN_UP: CodeAsked = { purpose: "sign-up", detail: { name: "Ananya अनन्या", next: "/join/CODE" } };
const NEW_HASH = "$argon2id$new";

async function makeUser(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const id = await addUser({ name: "Sneha", email, passwordHash: "$argon2id$old" });
  if (!id) throw new Error("no user was made");
  return { id, email };
}

async function mailTo(address: string): Promise<ClaimedMail[]> {
  const rows = await db.execute<ClaimedMail>(sql`select id, kind, address, about, attempts from outbox where address = ${address} and sent_at is null and gave_up_at is null order by added_at, id`);
  return [...rows];
}

async function lastTextTo(address: string): Promise<string | null> {
  const claimed = (await mailTo(address)).at(-1);
  return claimed ? ((await compose(claimed))?.text ?? null) : null;
}

/** The code in the last mail to an address, put together now. */
async function ask(asked: CodeAsked, address: string, userId: string | null = null): Promise<string> {
  await addMailCode(asked, { address, userId });
  return /\/([\w-]{43})\n/.exec((await lastTextTo(address)) ?? "")?.[1] ?? "";
}

const passwordOf = async (id: string) => (await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, id)))[0]?.hash;
const shift = (code: string) => db.update(mailCodes).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(mailCodes.codeHash, hashToken(code)));

describe("asking for a new password", () => {
  test("leaves the same rows for an address with an account and for one without, and mail for the first alone", async () => {
    const { email } = await makeUser();
    const nobody = `${randomUUID()}@example.org`;
    for (const address of [email, nobody]) await addMailCode(RESET, { address });
    const rows = await Promise.all(
      [email, nobody].map((address) => db.select({ user: mailCodes.userId, hash: mailCodes.codeHash, used: mailCodes.usedAt }).from(mailCodes).where(eq(mailCodes.address, address))),
    );
    expect(rows).toEqual([[{ user: null, hash: null, used: null }], [{ user: null, hash: null, used: null }]]);
    expect(await lastTextTo(email)).toContain("/reset-password/");
    expect(await lastTextTo(nobody)).toBeNull();
  });

  test("a link is good for ten minutes, keeps its code as a hash alone, and looking at it uses nothing up", async () => {
    const { id, email } = await makeUser();
    const code = await ask(RESET, email);
    const [row] = await db.select({ hash: mailCodes.codeHash, minutes: sql<number>`round(extract(epoch from expires_at - now()) / 60)::int` }).from(mailCodes).where(eq(mailCodes.address, email));
    expect(row).toEqual({ hash: hashToken(code), minutes: 10 });
    for (let looks = 0; looks < 3; looks += 1) expect(await findMailCode("reset-password", code)).toMatchObject({ address: email });
    expect(await findMailCode("check-address", code)).toBeNull();
    expect(await saveCheckByCode(code)).toBe(false);
    expect(await savePasswordByCode(code, NEW_HASH)).toBe(true);
    expect(await passwordOf(id)).toBe(NEW_HASH);
  });

  test("a link works once, also when it is used twice at the same moment, and not after it ran out", async () => {
    const { id, email } = await makeUser();
    const code = await ask(RESET, email);
    const used = await Promise.all(Array.from({ length: 10 }, (_, n) => savePasswordByCode(code, `$argon2id$${n}`)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await findMailCode("reset-password", code)).toBeNull();

    const late = await ask(RESET, email);
    await shift(late);
    expect(await findMailCode("reset-password", late)).toBeNull();
    const before = await passwordOf(id);
    expect(await savePasswordByCode(late, NEW_HASH)).toBe(false);
    expect(await passwordOf(id)).toBe(before);
  });

  test("of two mails put together for one asking the second alone works", async () => {
    const { email } = await makeUser();
    const first = await ask(RESET, email);
    const second = /\/([\w-]{43})\n/.exec((await lastTextTo(email)) ?? "")?.[1] ?? "";
    expect(await findMailCode("reset-password", first)).toBeNull();
    expect(await findMailCode("reset-password", second)).not.toBeNull();
  });

  test("a link is of no use once the account has another address, whoever has that address now", async () => {
    const [sneha, ravi] = [await makeUser(), await makeUser()];
    const code = await ask(RESET, sneha.email);
    await db.update(users).set({ email: `${randomUUID()}@example.org` }).where(eq(users.id, sneha.id));
    await db.update(users).set({ email: sneha.email }).where(eq(users.id, ravi.id));
    expect(await savePasswordByCode(code, NEW_HASH)).toBe(false);
    expect(await passwordOf(ravi.id)).not.toBe(NEW_HASH);
  });

  test("a new password ends sessions, devices and other links, is written down, and the address is told", async () => {
    const { id, email } = await makeUser();
    const sessionId = randomUUID();
    await addSession({ sessionId, userId: id, device: null, deviceHash: hashToken(randomUUID()) });
    const [other, code] = [await ask(RESET, email), await ask(RESET, email)];
    expect(await savePasswordByCode(code, NEW_HASH)).toBe(true);

    expect(await findOpenSession(sessionId)).toBeNull();
    expect(await db.select({ hash: knownDevices.deviceHash }).from(knownDevices).where(eq(knownDevices.userId, id))).toEqual([]);
    expect(await savePasswordByCode(other, "$argon2id$other")).toBe(false);
    expect(await findCredentials(id)).toMatchObject({ checked: true });
    expect(await lastTextTo(email)).toContain("set anew");
    const written = await db.select({ action: audit.action }).from(audit).where(eq(audit.personId, id));
    expect(written).toContainEqual({ action: "password.reset" });
  });
});

test("with a new password, an address nobody had checked is taken from whoever signs in with it elsewhere, and a checked one is not", async () => {
  for (const emailChecked of [false, true]) {
    const email = `${randomUUID()}@example.org`;
    const person = { provider: "github", providerAccountId: randomUUID(), name: "Ravi", email, emailChecked };
    const id = await findOrAddUserOfIdentity(person);
    expect(await savePasswordByCode(await ask(RESET, email), NEW_HASH)).toBe(true);
    expect(await findOrAddUserOfIdentity(person)).toBe(emailChecked ? id : null);
  }
});

describe("signing up by mail", () => {
  test("makes the account of whoever reads the mail, once, with its address checked", async () => {
    const email = `${randomUUID()}@example.org`;
    const code = await ask(SIGN_UP, email);
    expect(await findMailCode("sign-up", code)).toMatchObject({ detail: { name: "Ananya अनन्या" } });
    const made = await Promise.all(Array.from({ length: 10 }, () => addUserByCode(code, NEW_HASH)));
    expect(made.filter((account) => account !== null)).toEqual([{ email, next: "/join/CODE" }]);
    const [row] = await db.select({ name: users.name, checked: sql<boolean>`email_checked_at is not null` }).from(users).where(eq(users.email, email));
    expect(row).toEqual({ name: "Ananya अनन्या", checked: true });
  });

  test("an address with an account is told so by mail, and nothing of the account changes", async () => {
    const { id, email } = await makeUser();
    await addMailCode(SIGN_UP, { address: email });
    const text = await lastTextTo(email);
    expect(text).toContain("It has one already");
    expect(text).not.toContain("/sign-up/");
    expect(await passwordOf(id)).toBe("$argon2id$old");
  });

  test("an account made meanwhile is not touched", async () => {
    const email = `${randomUUID()}@example.org`;
    const code = await ask(SIGN_UP, email);
    const id = await addUser({ name: "Ravi", email, passwordHash: "$argon2id$old" });
    expect(await addUserByCode(code, NEW_HASH)).toBeNull();
    expect(await passwordOf(id ?? "")).toBe("$argon2id$old");
  });
});

test("an address is checked by following the link that was sent to it, while the account has it", async () => {
  const { id, email } = await makeUser();
  const check: CodeAsked = { purpose: "check-address", detail: {} };
  const code = await ask(check, email, id);
  expect(await findCredentials(id)).toEqual({ email, checked: false, hasPassword: true });
  expect(await saveCheckByCode(code)).toBe(true);
  expect(await saveCheckByCode(code)).toBe(false);
  expect(await findCredentials(id)).toMatchObject({ checked: true });
});

test("an admin finds mail that waits, reads one, which is written down, and takes it off", async () => {
  const [{ id, email }, admin] = [await makeUser(), await makeUser()];
  await addMailCode({ purpose: "check-address", detail: {} }, { address: email, userId: id });
  const mail = (await listWaitingMail()).find(({ address }) => address === email);
  expect(mail).toMatchObject({ kind: "code", purpose: "check-address" });
  expect(await findWaitingMail(mail?.id ?? "", admin.id)).toMatchObject({ address: email });
  const written = await db.select({ actor: audit.actorId, person: audit.personId }).from(audit).where(eq(audit.actorId, admin.id));
  expect(written).toEqual([{ actor: admin.id, person: id }]);
  await dropWaitingMail(mail?.id ?? "", admin.id);
  expect(await findWaitingMail(mail?.id ?? "", admin.id)).toBeNull();
  expect(await db.select({ trouble: outbox.trouble }).from(outbox).where(eq(outbox.address, email))).toEqual([{ trouble: "An admin took it off the list." }]);
});
