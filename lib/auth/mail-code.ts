import { randomBytes } from "node:crypto";
import type { CodePurpose } from "@/db/queries/mail-codes";
import { absolute } from "@/lib/site/absolute";

/** 256 random bits. Kept nowhere but as its hash. */
export function makeMailCode(): string {
  return randomBytes(32).toString("base64url");
}

/** Null for what cannot be one. */
export function readMailCode(value: unknown): string | null {
  return typeof value === "string" && /^[\w-]{43}$/.test(value) ? value : null;
}

/** Where the reader of the mail goes. */
export function mailCodeLink(purpose: CodePurpose, code: string): string {
  return absolute(`/${purpose}/${code}`);
}
