import { createHash } from "node:crypto";

// A Bloom filter: what was put in is always found, and of what was not one in some millions. Plain JavaScript, since the script that makes it reads it too.

export const BITS = 2 ** 22;
const PLACES = 20;

/** The bits that stand for a password: 20 of about four million, the same for capitals. */
export function placesOf(password) {
  const hash = createHash("sha256").update(password.toLowerCase()).digest();
  const [first, step] = [hash.readUInt32BE(0), (hash.readUInt32BE(4) | 1) >>> 0];
  return Array.from({ length: PLACES }, (_, turn) => (first + turn * step) % BITS);
}
