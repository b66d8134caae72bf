import type { EvidenceKind } from "@/lib/roadmap/roadmap";
import { needsReviewer, type Kind } from "./kinds";

export const KIND_WORDS: Record<Kind, string> = { link: "Link", text: "Text", repo: "Repository", file: "File" };

export const STATE_WORDS = {
  draft: "draft, nobody else sees it",
  "handed-in": "handed in, waits for a reviewer",
  returned: "returned with comments",
  accepted: "accepted",
  withdrawn: "withdrawn",
} as const;

export const VERDICT_WORDS = { accepted: "accepted it", returned: "returned it", confirmed: "confirmed it" } as const;

/** A person whose account is gone. */
export const SOMEBODY = "Somebody whose account is gone";

const HOUR_MS = 60 * 60 * 1000;

/** How long something has waited: "3 hours", "2 days". */
export function sayWaiting(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR_MS);
  if (hours < 1) return "less than an hour";
  const [value, unit] = hours < 48 ? [hours, "hour"] : [Math.floor(hours / 24), "day"];
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}

/** What it takes until an item is proven. */
export function whoProves(evidence: EvidenceKind): string {
  if (needsReviewer({ evidence })) return "Proof needs a reviewer: a person looks at what you made.";
  if (evidence === "peer") return "Another learner can confirm it, and an instructor can review it.";
  if (evidence === "self") return "Your word is enough here. An instructor can review it when you want proof.";
  return "A link or a text makes the claim easier to check. It is proven when a person has reviewed it.";
}
