import "server-only";
import { findPasswordAccount, giveSignInTryBack, takeSignInTry } from "@/db/queries/tries";
import { auditRefusal } from "./audit-refusal";
import { passwordMatches } from "./password";
import { findAddress, findDeviceHash } from "./place";

/** `wait` is in seconds: too many tries, and the password was not looked at. */
export type PasswordAnswer = { userId: string } | { wait: number } | null;

/** Whose password it is, from where the request comes. Rejects when the tries could not be counted: then nobody gets in. */
export async function checkPassword({ email, password }: { email: string; password: string }): Promise<PasswordAnswer> {
  const [address, deviceHash] = await Promise.all([findAddress(), findDeviceHash()]);
  const account = await findPasswordAccount(email, deviceHash);
  const attempt = { email, address, knownDevice: account?.knownDevice ? deviceHash : null };
  const wait = await takeSignInTry(attempt);
  if (wait > 0) return { wait };
  if (!(await passwordMatches(password, account?.passwordHash ?? null)) || !account) {
    // Of an address without an account nothing is kept: people type passwords there too.
    await auditRefusal("password", account?.userId);
    return null;
  }
  await giveSignInTryBack(attempt);
  return { userId: account.userId };
}
