import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id is the library's default; memory in KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an unknown address as for a wrong password: without a hash, one that matches nothing is compared. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword("the hash of no account");
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== null;
}
