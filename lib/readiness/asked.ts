import type { Ask } from "@/lib/jobs/words";
import type { Level, Role } from "@/lib/roles/roles";
import { skills, type SkillSlug } from "@/lib/skills/skills";
import { OTHER_WEIGHT, PREFERRED_PART } from "./weights";

/** Weights are whole points, at least 1 each; those of one role or listing add up to 100. */
export type AskedSkill = { skill: SkillSlug; weight: number; level: Level };

export const ALL_POINTS = 100;

export function askedOfRole(role: Role): AskedSkill[] {
  return role.skills.map(({ skill, weight, level }) => ({ skill, weight, level }));
}

const PLACES = new Map<SkillSlug, number>(skills.map(({ slug }, place) => [slug, place]));
const placeOf = (skill: SkillSlug) => PLACES.get(skill) ?? PLACES.size;

/** What a listing asks, the weightiest first; empty when no skill was found in it. `role` is its own, where it has one. */
export function askedOfListing(asks: readonly Pick<Ask, "skill" | "need">[], role: Role | null): AskedSkill[] {
  const required = new Map<SkillSlug, boolean>();
  for (const { skill, need } of asks) required.set(skill, required.get(skill) || need === "required");
  const asked = [...required]
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([skill, isRequired]) => {
      const weight = role?.skills.find((known) => known.skill === skill)?.weight ?? OTHER_WEIGHT;
      const level: Level = isRequired ? "working" : "aware";
      return { skill, level, weight: isRequired ? weight : weight * PREFERRED_PART };
    });
  const points = shareOut(asked.map(({ weight }) => weight));
  return asked.map((ask, index) => ({ ...ask, weight: points[index] ?? 0 })).sort((a, b) => b.weight - a.weight);
}

/**
 * 100 whole points in proportion to the weights: rounded down, the points left go to the largest remainders, the first among equals.
 * Where that gives nothing, one point comes from whoever has most.
 */
export function shareOut(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight * ALL_POINTS) / all);
  const points = exact.map(Math.floor);
  const left = ALL_POINTS - points.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) })).sort((a, b) => b.remainder - a.remainder);
  const give = (index: number, change: number) => points.splice(index, 1, (points[index] ?? 0) + change);
  for (const { index } of byRemainder.slice(0, weights.length === 0 ? 0 : left)) give(index, 1);
  for (const index of points.keys()) {
    if (points[index] !== 0) continue;
    give(points.indexOf(Math.max(...points)), -1);
    give(index, 1);
  }
  return points;
}
