import type { EvidenceKind as Wanted } from "@/lib/roadmap/roadmap";

export const KINDS = ["link", "text", "repo", "file"] as const;

/** What a learner gives as evidence. */
export type Kind = (typeof KINDS)[number];

const WITHOUT_CHECK: ReadonlySet<Wanted> = new Set(["cli", "probe", "ci", "quiz"]);

/** Whether a check is meant for it that does not exist yet: a person proves it meanwhile. */
export function needsReviewer(item: { evidence: Wanted }): boolean {
  return WITHOUT_CHECK.has(item.evidence);
}

/** The kinds that an item takes. */
export function kindsFor(item: { evidence: Wanted }): readonly Kind[] {
  return needsReviewer(item) ? KINDS.filter((kind) => kind !== "file") : KINDS;
}

/** The kind that the form begins with. */
export function firstKindFor({ evidence }: { evidence: Wanted }): Kind {
  if (evidence === "repo" || evidence === "ci") return "repo";
  return evidence === "link" || evidence === "probe" ? "link" : "text";
}
