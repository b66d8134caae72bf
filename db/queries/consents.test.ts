import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { mailCodes, outbox } from "@/db/schema/mail";
import { IN_ENGLISH, PRIVACY_VERSION } from "@/lib/privacy/words";
import { addUser, findOrAddUserOfIdentity } from "./accounts";
import { findUnder18, saveUnder18 } from "./age";
import { saveShare } from "./applications";
import { listConsents, saveNoticeRead } from "./consents";
import { addMailCode, addUserByCode, saveMailCode } from "./mail-codes";
import { findMailWishes, saveMailWishes } from "./outbox";
import { findStanding } from "./plans";
import { removeSavedSearch, saveSearch, saveSearchMail, stopSearchMails } from "./saved-searches";

async function makeUser(): Promise<string> {
  const id = await addUser({ name: "Sneha", email: `${randomUUID()}@example.org`, passwordHash: "$argon2id$" });
  if (!id) throw new Error("no user was made");
  return id;
}

const saidBy = async (userId: string) => (await listConsents(userId)).map(({ purpose, given }) => `${given ? "yes" : "no"} ${purpose}`);

test("whoever makes an account, in any of three ways, agreed to the words of that day once", async () => {
  const email = `${randomUUID()}@example.org`;
  await addMailCode({ purpose: "sign-up", detail: { name: "Sneha", next: "/home" } }, { address: email });
  const [asked] = await db.select({ id: mailCodes.id }).from(mailCodes).where(eq(mailCodes.address, email));
  const [mail] = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.address, email));
  const code = randomUUID();
  await saveMailCode({ codeId: asked?.id ?? "", mailId: mail?.id ?? "" }, code);
  await addUserByCode(code, "$argon2id$");
  const [byMail] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  const identity = { provider: "github", providerAccountId: randomUUID(), name: "Sneha", email: `${randomUUID()}@example.org` };
  const byService = (await findOrAddUserOfIdentity(identity)) ?? "";
  await findOrAddUserOfIdentity(identity);
  for (const id of [await makeUser(), byMail?.id ?? "", byService]) {
    expect(await listConsents(id)).toEqual([{ purpose: "account", given: true, version: PRIVACY_VERSION, locale: "en", at: expect.any(Date) as Date }]);
  }
});

test("mail is asked for, not begun with, and every change is written down once, purpose by purpose", async () => {
  const id = await makeUser();
  expect(await findMailWishes(id)).toEqual({ weeklySummary: false, messageMail: true });
  for (const weeklySummary of [false, true, true, false]) await saveMailWishes(id, { weeklySummary, messageMail: true });
  await saveMailWishes(id, { weeklySummary: false, messageMail: false });
  await saveShare(id, true);
  await saveShare(id, true);
  await saveShare(id, false);
  expect(await saidBy(id)).toEqual(["yes account", "yes weekly-summary", "no weekly-summary", "no message-mail", "yes application-counts", "no application-counts"]);
});

test("mail about new listings is one purpose, however many searches it is about", async () => {
  const id = await makeUser();
  const one = (await saveSearch(id, { name: "Pune", query: "place=in-pune", mail: "never" })) ?? "";
  expect(await saidBy(id)).toEqual(["yes account"]);
  const other = (await saveSearch(id, { name: "Go", query: "q=go", mail: "week" })) ?? "";
  await saveSearchMail(id, one, "day");
  await removeSavedSearch(id, other);
  expect(await saidBy(id)).toEqual(["yes account", "yes listing-news"]);
  await saveSearchMail(id, one, "never");
  await saveSearchMail(id, one, "week");
  await stopSearchMails(id);
  await saveSearch(id, { name: "Pune", query: "place=in-pune", mail: "day" });
  await removeSavedSearch(id, one);
  expect((await saidBy(id)).slice(2)).toEqual(["no listing-news", "yes listing-news", "no listing-news", "yes listing-news", "no listing-news"]);
});

test("new words are told once, and what was told before stays in the list", async () => {
  const id = await makeUser();
  const told = async () => (await findStanding(id, [])).notice;
  expect(await told()).toBe(PRIVACY_VERSION);
  await Promise.all([1, 2].map(() => saveNoticeRead(id, IN_ENGLISH)));
  await saveNoticeRead(id, { version: "2030-01-01", locale: "hi" });
  expect(await told()).toBe("2030-01-01");
  expect((await listConsents(id)).map(({ version, locale }) => [version, locale])).toEqual([[PRIVACY_VERSION, "en"], ["2030-01-01", "hi"]]);
});

test("an age is said either way, and written down when it changes", async () => {
  const id = await makeUser();
  for (const under18 of [false, true, true, false]) await saveUnder18(id, under18);
  expect(await findUnder18(id)).toBe(false);
  const written = await db.select({ action: audit.action }).from(audit).where(eq(audit.personId, id));
  expect(written).toEqual([{ action: "account.age" }, { action: "account.age" }]);
});
