import type { Candidate, Problem } from "./candidates";
import type { Branch } from "./search";

/**
 * By skill and place: how much of an item’s cost the skill bears, in proportion to the other skills that may need the item. Whatever
 * the proportions are, the shares of an item add up to its cost, so a way costs at least what its skills bear.
 */
export type Prices = readonly Float64Array[];

type Bound = {
  /** No way of this branch costs less; infinite when none reaches the mark. */
  cost: number;
  prices: Prices;
  /** The candidate to decide on next: the one whose real cost is furthest above what it bears. */
  split: Candidate | null;
};

/**
 * Each skill chooses by itself what brings the missing points at the least cost it bears; prices are then moved towards the skills
 * that chose an item, which raises the bound, round after round. `tell` is given every choice and answers what it costs in truth.
 */
export function boundOf(problem: Problem, branch: Branch, missing: number, rounds: number, best: number, tell: (chosen: readonly Candidate[]) => number): Bound {
  const { costs } = problem;
  const reach = branch.open.map((candidates) => [...new Set(candidates.flatMap(({ needs }) => needs))]);
  const prices = branch.open.map((_, skill) => branch.prices[skill]?.slice() ?? new Float64Array(costs.length).fill(1));
  const all = new Float64Array(costs.length);
  let bound = branch.cost;
  let split: Candidate | null = null;
  for (let round = 0; round < rounds; round += 1) {
    all.fill(0);
    reach.forEach((places, skill) => {
      const own = prices[skill];
      if (own) for (const place of places) all[place] = (all[place] ?? 0) + (own[place] ?? 0);
    });
    const bears = ({ skill, needs }: Candidate) => {
      const own = prices[skill];
      let borne = 0;
      if (own) for (const place of needs) borne += ((costs[place] ?? 0) * (own[place] ?? 0)) / (all[place] ?? 1);
      return borne;
    };
    const { cost, chosen } = choose(branch, missing, bears);
    bound = Math.max(bound, branch.cost + cost);
    if (chosen.length === 0) break;
    const truth = tell(chosen.map(({ candidate }) => candidate));
    best = Math.min(best, truth);
    let widest = -1;
    for (const { candidate, borne } of chosen) {
      let real = 0;
      for (const place of candidate.needs) real += costs[place] ?? 0;
      if (real - borne > widest) [widest, split] = [real - borne, candidate];
    }
    if (bound > best - 0.99) break;
    const growth = Math.exp(1.5 / (1 + round / 4));
    for (const { candidate } of chosen) {
      const own = prices[candidate.skill];
      if (own) for (const place of candidate.needs) own[place] = Math.min((own[place] ?? 0) * growth, 1e12);
    }
  }
  return { cost: bound, prices, split };
}

type Chosen = { candidate: Candidate; borne: number };

/** A knapsack over points: at most one candidate for each skill. Nothing is chosen when the points are out of reach. */
function choose(branch: Branch, missing: number, bears: (candidate: Candidate) => number): { cost: number; chosen: Chosen[] } {
  let least = new Float64Array(missing + 1).fill(Infinity);
  least[0] = 0;
  const decided: { least: Float64Array; picks: (Chosen | null)[]; gains: Int32Array }[] = [];
  branch.open.forEach((candidates, skill) => {
    const had = branch.have[skill] ?? 0;
    const cheapest = new Map<number, Chosen>();
    for (const candidate of candidates) {
      const borne = bears(candidate);
      const known = cheapest.get(candidate.points);
      if (!known || borne < known.borne) cheapest.set(candidate.points, { candidate, borne });
    }
    const next = least.slice();
    const picks = new Array<Chosen | null>(missing + 1).fill(null);
    const gains = new Int32Array(missing + 1);
    for (const chosen of cheapest.values()) {
      const gain = chosen.candidate.points - had;
      for (let points = 1; points <= missing; points += 1) {
        const cost = (least[Math.max(0, points - gain)] ?? Infinity) + chosen.borne;
        if (cost < (next[points] ?? Infinity)) {
          next[points] = cost;
          picks[points] = chosen;
          gains[points] = gain;
        }
      }
    }
    decided.push({ least, picks, gains });
    least = next;
  });
  const chosen: Chosen[] = [];
  const cost = least[missing] ?? Infinity;
  if (cost === Infinity) return { cost, chosen };
  let points = missing;
  for (const { picks, gains } of decided.reverse()) {
    const pick = picks[points];
    if (!pick) continue;
    chosen.push(pick);
    points = Math.max(0, points - (gains[points] ?? 0));
  }
  return { cost, chosen };
}
