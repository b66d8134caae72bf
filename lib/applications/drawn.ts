import { createHash } from "node:crypto";
import type { ApplicationFields } from "@/db/queries/applications";

/** But for the day of applying, which moving an application to another stage writes too. */
const NAMES = ["title", "company", "url", "contact", "nextAction", "nextOn", "notes"] as const;

type Name = (typeof NAMES)[number];

/** What a form of an application was drawn with: a digest of each field, and the day of applying. */
export type Drawn = { digests: Record<Name, string>; appliedOn: string | null };

export function drawnOf(words: ApplicationFields): string {
  return [...NAMES.map((name) => digestOf(words[name])), words.appliedOn ?? ""].join(" ");
}

export function readDrawn(drawn: string): Drawn {
  const parts = drawn.split(" ");
  const digests = Object.fromEntries(NAMES.map((name, place) => [name, parts[place] ?? ""])) as Record<Name, string>; // one for each name
  return { digests, appliedOn: parts[NAMES.length] || null };
}

/** The fields that were changed elsewhere since the form was drawn, to other words than were typed. */
export function changedElsewhere(there: ApplicationFields, typed: ApplicationFields, { digests }: Drawn): Name[] {
  return NAMES.filter((name) => there[name] !== typed[name] && digestOf(there[name]) !== digests[name]);
}

const digestOf = (value: string | null) => createHash("sha256").update(value ?? "").digest("base64url").slice(0, 11);
