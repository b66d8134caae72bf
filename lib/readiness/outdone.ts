import type { Candidate, Problem } from "./candidates";

/**
 * Leaves out the items that one other, or two, can always stand in for: with all they need that the item does not, they cost less, and
 * they give each skill as much. An item that another one needs stays. `costs` by place; equals stay.
 */
export function withoutOutdone({ gives }: Problem, costs: readonly number[], candidates: readonly Candidate[]): readonly Candidate[] {
  const needsOf = new Map(candidates.map(({ place, needs }) => [place, needs]));
  const needed = new Set([...needsOf].flatMap(([place, needs]) => needs.filter((need) => need !== place)));
  const pointsOf = new Map([...needsOf.keys()].map((place) => [place, new Map(gives[place]?.map(({ skill, points }) => [skill, points]))]));

  /** What some places cost, without those that are there. */
  function costOf(places: readonly number[], there: ReadonlySet<number>, orThere?: readonly number[]): number {
    let cost = 0;
    for (const place of places) if (!there.has(place) && !orThere?.includes(place)) cost += costs[place] ?? 0;
    return cost;
  }

  function isOutdone(place: number): boolean {
    const wanted = gives[place] ?? [];
    const own = costs[place] ?? 0;
    const there = new Set(needsOf.get(place));
    // A bit for each skill that the item gives, and that the other one gives as well.
    const all = 2 ** wanted.length - 1;
    const others: { needs: readonly number[]; bits: number; cost: number }[] = [];
    for (const [other, given] of pointsOf) {
      if (other === place) continue;
      let bits = 0;
      for (const [bit, { skill, points }] of wanted.entries()) if ((given.get(skill) ?? 0) >= points) bits |= 2 ** bit;
      if (bits === 0) continue;
      const needs = needsOf.get(other) ?? [];
      const cost = costOf(needs, there);
      if (cost < own) others.push({ needs, bits, cost });
    }
    return others.some(
      (one, index) => one.bits === all || others.some((other, after) => after > index && (one.bits | other.bits) === all && one.cost + costOf(other.needs, there, one.needs) < own),
    );
  }

  const outdone = new Set([...needsOf.keys()].filter((place) => !needed.has(place) && isOutdone(place)));
  return candidates.filter(({ place }) => !outdone.has(place));
}
