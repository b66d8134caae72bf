import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { knownDevices, tries } from "@/db/schema/tries";
import { hashToken } from "./accounts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const limiter = (keyPrefix: string, points: number, duration: number) => new RateLimiterDrizzle({ storeClient: db, schema: tries, keyPrefix, points, duration });

/** A password on a device where the account is known. */
const onKnownDevice = limiter("device", 10, 10 * MINUTE);
/** A password on any other device, whether or not there is such an account. */
const forAccount = limiter("account", 5, MINUTE);
const forAccountInRow = limiter("account-day", 100, DAY);
/** A whole classroom may sit behind one address. */
const fromAddress = limiter("address", 30, MINUTE);

const OTHERS = {
  "sign-up": limiter("sign-up", 60, HOUR),
  "mail-to-address": limiter("mail-to-address", 3, HOUR),
  "mail-from-address": limiter("mail-from-address", 20, HOUR),
  "recovery-code": limiter("recovery-code", 10, HOUR),
  "first-admin": limiter("first-admin", 10, HOUR),
};

/** A try of a password: for which account, from where, and the hash of the device when the account is known on it. */
export type SignInTry = { email: string; address: string; knownDevice: string | null };

/** Counts a try before it is made. Answers how many seconds to wait instead, or 0. Rejects when it could not be counted. */
export async function takeSignInTry({ email, address, knownDevice }: SignInTry): Promise<number> {
  if (knownDevice) return take(onKnownDevice, keyOf(knownDevice, email));
  // One after the other: what is refused by the first must not use up the next.
  return (await take(fromAddress, keyOf(address))) || (await take(forAccount, keyOf(email))) || (await take(forAccountInRow, keyOf(email)));
}

/** The password was right: the account’s failures are over, and the address has its try back. */
export async function giveSignInTryBack({ email, address, knownDevice }: SignInTry): Promise<void> {
  if (knownDevice) await onKnownDevice.delete(keyOf(knownDevice, email));
  else await Promise.all([forAccount.delete(keyOf(email)), forAccountInRow.delete(keyOf(email)), fromAddress.reward(keyOf(address), 1)]);
}

/** Counts something else that may be tried only so often by one person or address. Answers how many seconds to wait instead, or 0. */
export async function takeTry(kind: keyof typeof OTHERS, by: string): Promise<number> {
  return take(OTHERS[kind], keyOf(by));
}

async function take(from: RateLimiterDrizzle, key: string): Promise<number> {
  try {
    await from.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

function keyOf(...parts: string[]): string {
  return hashToken(parts.join(" "));
}

export type PasswordAccount = { userId: string; passwordHash: string | null; knownDevice: boolean };

/** The account of an address, and whether somebody signed in to it on this device before. */
export async function findPasswordAccount(email: string, deviceHash: string | null): Promise<PasswordAccount | null> {
  const [row] = await db
    .select({ userId: users.id, passwordHash: users.passwordHash, knownDevice: sql<boolean>`${knownDevices.userId} is not null` })
    .from(users)
    .leftJoin(knownDevices, and(eq(knownDevices.userId, users.id), eq(knownDevices.deviceHash, deviceHash ?? "")))
    .where(eq(users.email, email));
  return row ?? null;
}
