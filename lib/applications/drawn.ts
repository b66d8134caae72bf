import { createHash } from "node:crypto";
import type { ApplicationFields } from "@/db/queries/applications";

/** Names what a learner wrote of an application, for a form that is drawn with it: the same words have the same name. */
export function drawnOf({ title, company, url, appliedOn, contact, nextAction, nextOn, notes }: ApplicationFields): string {
  return createHash("sha256").update(JSON.stringify([title, company, url, appliedOn, contact, nextAction, nextOn, notes])).digest("base64url");
}
