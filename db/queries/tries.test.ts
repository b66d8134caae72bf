import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { addUser, hashToken } from "./accounts";
import { addSession, endSessionsOf } from "./sessions";
import { findPasswordAccount, giveSignInTryBack, takeSignInTry, takeTry } from "./tries";

const newEmail = () => `${randomUUID()}@example.org`;
const newAddress = () => `test ${randomUUID()}`;

/** How many of these tries at once were let through. */
async function letThrough(count: number, attempt: () => Promise<number>): Promise<number> {
  const waits = await Promise.all(Array.from({ length: count }, attempt));
  return waits.filter((wait) => wait === 0).length;
}

async function endMinute(): Promise<void> {
  await db.execute(sql`update tries set expire = now() - interval '1 second' where key not like 'account-day:%' and expire < now() + interval '2 minutes'`);
}

test("of 200 passwords tried at once for one account from anywhere, five are looked at", async () => {
  const email = newEmail();
  expect(await letThrough(200, () => takeSignInTry({ email, address: newAddress(), knownDevice: null }))).toBe(5);
});

test("an account is tried at most 100 times in a row, whatever pauses are made", async () => {
  const email = newEmail();
  let looked = 0;
  for (let minutes = 0; minutes < 25; minutes += 1) {
    looked += await letThrough(8, () => takeSignInTry({ email, address: newAddress(), knownDevice: null }));
    await endMinute();
  }
  expect(looked).toBe(100);
  expect(await takeSignInTry({ email, address: newAddress(), knownDevice: null })).toBeGreaterThan(3600);
});

test("one address tries 30 accounts in a minute, and what it is refused uses up nobody’s tries", async () => {
  const address = newAddress();
  expect(await letThrough(60, () => takeSignInTry({ email: newEmail(), address, knownDevice: null }))).toBe(30);
  const email = newEmail();
  await letThrough(20, () => takeSignInTry({ email, address, knownDevice: null }));
  expect(await letThrough(5, () => takeSignInTry({ email, address: newAddress(), knownDevice: null }))).toBe(5);
});

test("strangers use up their tries, and who was here before still gets in on their own device", async () => {
  const [email, device] = [newEmail(), hashToken(randomUUID())];
  const userId = await addUser({ name: "Sneha", email, passwordHash: "$argon2id$" });
  if (!userId) throw new Error("no user was made");
  await addSession({ sessionId: randomUUID(), userId, device: null, deviceHash: device });
  const address = newAddress();
  await letThrough(200, () => takeSignInTry({ email, address, knownDevice: null }));

  expect(await findPasswordAccount(email, hashToken(randomUUID()))).toMatchObject({ knownDevice: false });
  expect(await findPasswordAccount(email, null)).toMatchObject({ knownDevice: false });
  expect(await findPasswordAccount(email, device)).toMatchObject({ knownDevice: true });
  expect(await letThrough(20, () => takeSignInTry({ email, address, knownDevice: device }))).toBe(10);

  await endSessionsOf(userId);
  expect(await findPasswordAccount(email, device)).toMatchObject({ knownDevice: false });
});

test("a password that was right ends the failures of its account, and gives the address no more than its own try back", async () => {
  const attempt = { email: newEmail(), address: newAddress(), knownDevice: null };
  await letThrough(5, () => takeSignInTry(attempt));
  await giveSignInTryBack(attempt);
  expect(await letThrough(10, () => takeSignInTry(attempt))).toBe(5);
  expect(await letThrough(40, () => takeSignInTry({ ...attempt, email: newEmail() }))).toBe(30 - 5 + 1 - 5 - 5);
});

test("other tries are counted by whom they are from", async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  expect(await letThrough(20, () => takeTry("first-admin", one))).toBe(10);
  expect(await takeTry("first-admin", other)).toBe(0);
});

test("no key tells whose tries it counts", async () => {
  const email = newEmail();
  await takeSignInTry({ email, address: "203.0.113.99", knownDevice: null });
  const rows = await db.execute(sql`select 1 from tries where key like ${`%${email}%`} or key like '%203.0.113.99%'`);
  expect(rows).toHaveLength(0);
});
