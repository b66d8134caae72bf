import { randomInt } from "node:crypto";
import { env } from "@/lib/env";

/** Digits and capitals without I, L, O and U: what is read aloud or from paper is not mistaken. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 7;
const GROUP = 4;

/** 140 random bits, as "7QHM-3XWP-…". Kept nowhere but as its hash (hashToken of db/queries/accounts). */
export function makeInvitationCode(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** The code as it was made, however it was typed; null for what cannot be one. */
export function readInvitationCode(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 100) return null;
  const plain = value.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{28}$/.test(plain)) return null;
  return (plain.match(/.{4}/g) ?? []).join("-");
}

/** Where an invitation to a cohort leads. */
export function invitationLink(code: string): string {
  return new URL(`/join/${code}`, env.APP_URL).href;
}

/** Where an invitation to be an instructor leads. */
export function instructorLink(code: string): string {
  return new URL(`/become-instructor/${code}`, env.APP_URL).href;
}
