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
  /** Hours until each item is proven, by its place. */
  hours: readonly number[];
};

export function problemOf(measure: Measure, asked: readonly AskedSkill[], record: ItemRecord): Problem {
  const { items } = measure;
  const places = new Map(items.map(({ slug }, place) => [slug, place]));
  const needsOf = measure.needsBy(record);
  const have = measure.readiness(asked, record).parts.map(({ points }) => points);
  const gives: { skill: number; points: number }[][] = items.map(() => []);
  for (const [skill, one] of asked.entries()) {
    for (const item of measure.trainingOf(one.skill)) {
      const points = measure.pointsOf(one, item, FULL);
      if (points > (have[skill] ?? 0)) gives[places.get(item.slug) ?? -1]?.push({ skill, points });
    }
  }
  const candidates: Candidate[][] = asked.map(() => []);
  for (const [place, item] of items.entries()) {
    const given = gives[place] ?? [];
    if (given.length === 0) continue;
    const needs = needsOf(item).flatMap(({ slug }) => places.get(slug) ?? []);
    const before = needs.filter((need) => need !== place);
    for (const { skill, points } of given) {
      const outdone = before.some((need) => gives[need]?.some((other) => other.skill === skill && other.points >= points));
      if (!outdone) candidates[skill]?.push({ skill, place, points, needs });
    }
  }
  return { have, candidates, gives, hours: items.map(({ slug, hours }) => hoursToProve(hours, record[slug])) };
}
