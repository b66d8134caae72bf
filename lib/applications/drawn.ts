import { createHash } from "node:crypto";
import type { ApplicationFields } from "@/db/queries/applications";

/**
 * What a form of an application was drawn with: a name of its words, the same for the same words, and the day of applying, which moving it to another stage
 * writes too.
 */
export function drawnOf(words: ApplicationFields): string {
  return `${nameOf(words)} ${words.appliedOn ?? ""}`;
}

export function readDrawn(drawn: string): { name: string; appliedOn: string | null } {
  const [name = "", appliedOn = ""] = drawn.split(" ");
  return { name, appliedOn: appliedOn || null };
}

export function nameOf({ title, company, url, contact, nextAction, nextOn, notes }: ApplicationFields): string {
  return createHash("sha256").update(JSON.stringify([title, company, url, contact, nextAction, nextOn, notes])).digest("base64url");
}
