import { boundOf, type Bounded, type Bounding, type Branch } from "./bound";
import type { Candidate, Problem } from "./candidates";
import { knapsackOf } from "./knapsack";
import { withoutOutdone } from "./outdone";
import { trimmerOf } from "./trim";

// How often shares are moved at the start of a step; the rounds of STEPS, at each branch: measured, they change the time and never the hours.
const FIRST_ROUNDS = 16;

/**
 * What is made least, one after the other: hours, items, places in the roadmap. What was made least before keeps a price, so that ways
 * that do worse there do not weaken the bound: any price is right, these were measured to be quick. Hours are made least whatever it takes;
 * among equals in hours so many branches are looked at, for there can be very many of them.
 */
const STEPS = [
  { hour: 1, item: 0, place: 0, branches: Infinity, rounds: 12 },
  { hour: 0.8, item: 1, place: 0, branches: 40, rounds: 4 },
  { hour: 300, item: 200, place: 1, branches: 20, rounds: 4 },
] as const;

/** Two ways differ by at least one in what is made least; sums of prices are not exact. */
const ALMOST_ONE = 0.99;

/**
 * The places whose proof brings the points of all skills to the mark in the fewest hours; of those the fewest places, then the smallest
 * sum of them, as far as the branches that are looked at show. The mark must be within reach.
 */
export function search(problem: Problem, mark: number): readonly number[] {
  const exact = exactCosts(problem);
  const trim = trimmerOf(problem, exact, mark);
  const knapsack = knapsackOf(problem.have.length, mark);
  const best: { cost: number; places: readonly number[] } = { cost: Infinity, places: [] };

  function consider(chosen: readonly Candidate[], { have, taken }: Branch) {
    const places = unionOf(trim(have, chosen), taken);
    const cost = sumOf(exact, places);
    if (cost < best.cost) Object.assign(best, { cost, places: [...places] });
  }

  let root = rootOf(problem, exact);
  for (const { hour, item, place, branches, rounds: eachBranch } of STEPS) {
    let seen = 0;
    const costs = problem.hours.map((hours, index) => hour * hours + item + place * (index + 1));
    const limit = () => (best.cost === Infinity ? Infinity : sumOf(costs, best.places) - ALMOST_ONE);

    const visit = (branch: Branch, rounds: number, spare: number): Bounded | null => {
      seen += 1;
      if (seen > branches) return null;
      const missing = mark - sum(branch.have);
      const bounding: Bounding = { costs, knapsack, limit, spare, tell: (chosen) => consider(chosen, branch) };
      if (missing <= 0) consider([], branch);
      const bounded = missing > 0 ? boundOf(bounding, branch, missing, rounds) : null;
      if (!bounded) return null;
      const rest = { ...branch, ...bounded };
      visit(take(problem, costs, rest, bounded.split), eachBranch, 0);
      visit(ruleOut(rest, bounded.split), eachBranch, 0);
      return bounded;
    };
    // Equals are kept at the root: the steps that follow choose among them.
    const bounded = visit(root, FIRST_ROUNDS, 1);
    if (bounded) root = { ...root, open: bounded.open, shares: bounded.shares };
  }
  return best.places;
}

function rootOf(problem: Problem, exact: readonly number[]): Branch {
  const candidates = withoutOutdone(problem, exact, problem.candidates.flat());
  return {
    taken: [],
    cost: 0,
    have: problem.have,
    open: problem.have.map((_, skill) => candidates.filter((candidate) => candidate.skill === skill)),
    shares: new Float64Array(problem.have.length * exact.length),
  };
}

/** Hours first, then one more item, then its place in the roadmap, as one number that adds up. */
function exactCosts({ hours }: Problem): number[] {
  const item = (hours.length * (hours.length + 1)) / 2 + 1;
  const hour = item * (hours.length + 1);
  return hours.map((own, place) => own * hour + item + place + 1);
}

function take(problem: Problem, costs: readonly number[], branch: Branch, { needs }: Candidate): Branch {
  const added = new Set(needs);
  const have = [...branch.have];
  for (const place of added) {
    for (const { skill, points } of problem.gives[place] ?? []) have[skill] = Math.max(have[skill] ?? 0, points);
  }
  const open = branch.open.map((candidates, skill) =>
    candidates
      .filter(({ points }) => points > (have[skill] ?? 0))
      .map((other) => (other.needs.some((place) => added.has(place)) ? { ...other, needs: other.needs.filter((place) => !added.has(place)) } : other)),
  );
  return { ...branch, taken: [...branch.taken, ...added], cost: branch.cost + sumOf(costs, added), have, open };
}

function ruleOut(branch: Branch, { place }: Candidate): Branch {
  return { ...branch, open: branch.open.map((candidates) => candidates.filter(({ needs }) => !needs.includes(place))) };
}

function unionOf(targets: readonly Candidate[], taken: readonly number[]): Set<number> {
  const places = new Set(taken);
  for (const { needs } of targets) for (const place of needs) places.add(place);
  return places;
}

function sumOf(costs: readonly number[], places: Iterable<number>): number {
  let cost = 0;
  for (const place of places) cost += costs[place] ?? 0;
  return cost;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
