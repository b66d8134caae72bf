import { PROVEN_FROM } from "@/lib/progress/states";
import type { Part } from "@/lib/readiness/measure";
import type { SkillSlug } from "@/lib/skills/skills";

/** How a learner stands with each skill of a listing; a skill that is not there has nothing yet. Null: nobody is signed in. */
export type Standings = ReadonlyMap<SkillSlug, "proof" | "claim"> | null;

/** Proven as soon as anything that counts for the skill is proven; only claimed when all of it is a claim. */
export function standingsOf(parts: readonly Pick<Part, "skill" | "best" | "provenPoints">[]): Standings {
  return new Map(parts.flatMap(({ skill, best, provenPoints }) => (best === null ? [] : [[skill, provenPoints > 0 || best.level >= PROVEN_FROM ? "proof" : "claim"]])));
}
