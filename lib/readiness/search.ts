import { boundOf, type Prices } from "./bound";
import type { Candidate, Problem } from "./candidates";

// How often the prices are moved at the start and at each branch: measured, they change the time and never the answer.
const FIRST_ROUNDS = 40;
const ROUNDS = 8;

/** What is decided: `taken` is on the way, what is not `open` any more is either of no use or ruled out. */
export type Branch = {
  taken: readonly number[];
  cost: number;
  have: readonly number[];
  /** By skill; their needs without what is taken. */
  open: readonly (readonly Candidate[])[];
  prices: Prices;
};

/** The cheapest set of places whose proof brings the points of all skills to the mark. The mark must be within reach. */
export function search(problem: Problem, mark: number): readonly number[] {
  const first: Branch = { taken: [], cost: 0, have: problem.have, open: withoutOutdone(problem, problem.have, problem.candidates), prices: [] };
  let best: { cost: number; places: readonly number[] } = { cost: Infinity, places: [] };

  const consider = (targets: readonly Candidate[], taken: readonly number[]) => {
    const places = unionOf(targets, taken);
    const cost = costOf(problem, places);
    if (cost < best.cost) best = { cost, places: [...places] };
    return cost;
  };

  const visit = (branch: Branch, rounds: number) => {
    const missing = mark - sum(branch.have);
    if (missing <= 0) {
      consider([], branch.taken);
      return;
    }
    const bound = boundOf(problem, branch, missing, rounds, best.cost, (chosen) => {
      const cost = consider(chosen, branch.taken);
      const fewer = withoutNeedless(problem, branch, chosen, mark);
      return fewer.length < chosen.length ? consider(fewer, branch.taken) : cost;
    });
    // Costs are whole: only a way that costs one less is better.
    if (bound.cost > best.cost - 0.99 || !bound.split) return;
    visit(take(problem, branch, bound.split, bound.prices), ROUNDS);
    visit(ruleOut(branch, bound.split, bound.prices), ROUNDS);
  };
  visit(first, FIRST_ROUNDS);
  return best.places;
}

function take(problem: Problem, branch: Branch, candidate: Candidate, prices: Prices): Branch {
  const added = new Set(candidate.needs);
  const have = [...branch.have];
  for (const place of added) {
    for (const { skill, points } of problem.gives[place] ?? []) have[skill] = Math.max(have[skill] ?? 0, points);
  }
  const open = branch.open.map((candidates, skill) =>
    candidates
      .filter(({ points }) => points > (have[skill] ?? 0))
      .map((other) => (other.needs.some((place) => added.has(place)) ? { ...other, needs: other.needs.filter((place) => !added.has(place)) } : other)),
  );
  return { taken: [...branch.taken, ...added], cost: branch.cost + costOf(problem, added), have, open: withoutOutdone(problem, have, open), prices };
}

/**
 * Leaves out what another item can always stand in for: one that costs less, gives each skill as much and needs nothing more, as long
 * as nothing else needs the item itself.
 */
function withoutOutdone(problem: Problem, have: readonly number[], open: Branch["open"]): Branch["open"] {
  const needsOf = new Map(open.flat().map(({ place, needs }) => [place, needs]));
  const needed = new Set([...needsOf].flatMap(([place, needs]) => needs.filter((need) => need !== place)));
  const givesOf = new Map([...needsOf.keys()].map((place) => [place, (problem.gives[place] ?? []).filter(({ skill, points }) => points > (have[skill] ?? 0))]));
  const standsIn = (other: number, place: number) => {
    if ((problem.costs[other] ?? 0) >= (problem.costs[place] ?? 0)) return false;
    const given = givesOf.get(other) ?? [];
    if (!(givesOf.get(place) ?? []).every(({ skill, points }) => given.some((one) => one.skill === skill && one.points >= points))) return false;
    const known = needsOf.get(place) ?? [];
    return (needsOf.get(other) ?? []).every((need) => need === other || known.includes(need));
  };
  const places = [...needsOf.keys()];
  const outdone = new Set(places.filter((place) => !needed.has(place) && places.some((other) => standsIn(other, place))));
  return outdone.size === 0 ? open : open.map((candidates) => candidates.filter(({ place }) => !outdone.has(place)));
}

function ruleOut(branch: Branch, { place }: Candidate, prices: Prices): Branch {
  return { ...branch, open: branch.open.map((candidates) => candidates.filter(({ needs }) => !needs.includes(place))), prices };
}

/** The targets without those that the rest can spare, the most expensive first. */
function withoutNeedless(problem: Problem, branch: Branch, targets: readonly Candidate[], mark: number): readonly Candidate[] {
  let kept = targets;
  for (const target of [...targets].sort((a, b) => costOf(problem, b.needs) - costOf(problem, a.needs))) {
    const rest = kept.filter((other) => other !== target);
    if (reaches(problem, branch, unionOf(rest, []), mark)) kept = rest;
  }
  return kept;
}

function reaches(problem: Problem, branch: Branch, places: Iterable<number>, mark: number): boolean {
  const have = [...branch.have];
  for (const place of places) {
    for (const { skill, points } of problem.gives[place] ?? []) have[skill] = Math.max(have[skill] ?? 0, points);
  }
  return sum(have) >= mark;
}

function unionOf(targets: readonly Candidate[], taken: readonly number[]): Set<number> {
  const places = new Set(taken);
  for (const { needs } of targets) for (const place of needs) places.add(place);
  return places;
}

function costOf(problem: Problem, places: Iterable<number>): number {
  let cost = 0;
  for (const place of places) cost += problem.costs[place] ?? 0;
  return cost;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
