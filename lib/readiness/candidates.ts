import type { AskedSkill } from "./asked";
import type { Measure } from "./measure";
import { FULL, hoursToProve, type ItemRecord } from "./weights";

/** An item that would raise a skill, with all that has to be done for it. Skills and items are named by their places. */
export type Candidate = {
  skill: number;
  place: number;
  /** Points of the skill once the item is proven. */
  points: number;
  /** The item and its open prerequisites. */
  needs: readonly number[];
};

/** What the search for the shortest way works on. */
export type Problem = {
  /** Points of each skill before. */
  have: readonly number[];
  /** By skill. Left out: an item that needs another one which gives the skill as much. */
  candidates: readonly (readonly Candidate[])[];
  /** What each item gives once it is proven, by its place: points by skill. */
  gives: readonly (readonly { skill: number; points: number }[])[];
  /** Of each item, by its place: hours first, then one more item, then its place in the roadmap, as one number that adds up. */
  costs: readonly number[];
};

export function problemOf(measure: Measure, asked: readonly AskedSkill[], record: ItemRecord): Problem {
  const { items } = measure;
  const places = new Map(items.map(({ slug }, place) => [slug, place]));
  const settled = measure.settledOf(record);
  const have = measure.readiness(asked, record).parts.map(({ points }) => points);
  const gives = items.map((item) =>
    asked.flatMap((one, skill) => {
      const points = item.skills.includes(one.skill) ? measure.pointsOf(one, item, FULL) : 0;
      return points > (have[skill] ?? 0) ? [{ skill, points }] : [];
    }),
  );
  const needs = items.map((item, place) => (gives[place]?.length === 0 ? [] : measure.needsOf(item, settled).flatMap(({ slug }) => places.get(slug) ?? [])));
  const candidates = asked.map((_, skill) => {
    const givers = gives.flatMap((given, place) => given.filter((one) => one.skill === skill).map(({ points }) => ({ skill, place, points, needs: needs[place] ?? [] })));
    const points = new Map(givers.map((giver) => [giver.place, giver.points]));
    return givers.filter((giver) => !giver.needs.some((place) => place !== giver.place && (points.get(place) ?? 0) >= giver.points));
  });
  return { have, candidates, gives, costs: costsOf(measure, record) };
}

function costsOf({ items }: Measure, record: ItemRecord): number[] {
  const item = (items.length * (items.length + 1)) / 2 + 1;
  const hour = item * (items.length + 1);
  return items.map(({ slug, hours }, place) => hoursToProve(hours, record[slug]) * hour + item + place + 1);
}
