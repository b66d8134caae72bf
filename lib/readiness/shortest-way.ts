import { ALL_POINTS, type AskedSkill } from "./asked";
import { problemOf } from "./candidates";
import { withReviewed, type Measure } from "./measure";
import { search } from "./search";
import { hoursToProve, type ItemRecord } from "./weights";

export type Way = {
  /** The mark that was asked, or the most that can be reached where that is less. */
  mark: number;
  /** Readiness when every item of the way is reviewed: the mark or more. */
  points: number;
  hours: number;
  /** In working order: every item after its prerequisites. `hours` until it is proven. */
  items: { itemId: string; hours: number }[];
};

/**
 * The items whose proof reaches the mark in the fewest hours, prerequisites included: exact. Among equals in hours the fewest items, then
 * those that stand earliest in the roadmap (the smallest sum of their places), as far as the search looks among very many: of 500
 * ways that are hard to find, two had an equal with fewer items. The same every time. Empty when the mark is reached already.
 */
export function shortestWay(measure: Measure, asked: readonly AskedSkill[], record: ItemRecord, mark: number): Way {
  // In one order, whatever order they came in: equals are told apart the same way.
  const ordered = [...asked].sort((a, b) => b.weight - a.weight || (a.skill < b.skill ? -1 : 1));
  const problem = problemOf(measure, ordered, record);
  const most = problem.have.map((points, skill) => Math.max(points, ...(problem.candidates[skill] ?? []).map((candidate) => candidate.points)));
  const reached = Math.min(mark, ALL_POINTS, sum(most));
  const proven = new Set(reached > sum(problem.have) ? search(problem, reached) : []);
  const items = measure.items.filter((_, place) => proven.has(place));
  const after = withReviewed(record, items.map(({ slug }) => slug));
  const way = items.map(({ slug, hours }) => ({ itemId: slug, hours: hoursToProve(hours, record[slug]) }));
  return { mark: reached, points: measure.readiness(asked, after).points, hours: sum(way.map(({ hours }) => hours)), items: way };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
