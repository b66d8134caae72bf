import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { placesOf } from "./password-filter.mjs";

/** Made by scripts/common-passwords.mjs: which of 112,000 passwords of 10 characters and more it may be. */
const filter = readFileSync(path.join(process.cwd(), "lib/auth/common-passwords.bin"));

/** Whether a password is on the list of the commonest, is the product's name with ornaments, or repeats a few characters. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return isListed(plain) || /^milepost[^a-z]*$/.test(plain) || new Set(plain).size < 4;
}

function isListed(plain: string): boolean {
  return placesOf(plain).every((place) => ((filter[place >> 3] ?? 0) >> (place & 7)) & 1);
}
