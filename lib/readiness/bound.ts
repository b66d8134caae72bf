import type { Candidate } from "./candidates";
import type { Choice, Knapsack } from "./knapsack";

/** What is decided: `taken` is on the way, what is not `open` any more is either of no use or ruled out. */
export type Branch = {
  taken: readonly number[];
  cost: number;
  have: readonly number[];
  /** By skill; their needs without what is taken. */
  open: readonly (readonly Candidate[])[];
  /**
   * How much of an item’s cost a skill bears: one row of places for each skill. Whatever the shares are, those of an item add up to its
   * cost, so a way costs at least what its skills bear.
   */
  shares: Float64Array;
};

export type Bounding = {
  /** By place. */
  costs: readonly number[];
  knapsack: Knapsack;
  /** No way that is looked for costs more. */
  limit: () => number;
  /** Added to the limit when candidates are left out. */
  spare: number;
  /** Is given every choice once in a row, for ways may be made of them. */
  tell: (chosen: readonly Candidate[]) => void;
};

/** The candidates of a skill that give as many points. */
type Alike = Choice & { candidates: readonly Candidate[]; cheapest: Candidate };

/** What is left of a branch, and the candidate to decide on next: the one whose cost is furthest above what it bears. */
export type Bounded = Pick<Branch, "open" | "shares"> & { split: Candidate };

// How often the shares are moved between two looks at which candidates have become too dear: measured, it changes the time and never the answer.
const ROUNDS_A_LOOK = 4;

/**
 * Each skill chooses by itself what brings the missing points at the least cost it bears; shares are then moved towards the skills that
 * chose an item, which raises the bound, round after round. Null when no way of the branch keeps to the limit.
 */
export function boundOf({ costs, knapsack, limit, spare, tell }: Bounding, branch: Branch, missing: number, rounds: number): Bounded | null {
  const shares = branch.shares.slice();
  let open = branch.open;
  let choices = choicesOf(branch, open);
  let bearers = share(costs, open, shares);
  let split: Candidate | null = null;
  let told: readonly Candidate[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [skill, own] of choices.entries()) for (const alike of own) findCheapest(alike, shares, skill * costs.length);
    const { cost, chosen } = knapsack.choose(choices, missing);
    if (cost === Infinity) return null;
    const targets = chosen.map(({ cheapest }) => cheapest);
    if (!isSame(targets, told)) tell((told = targets));
    if (branch.cost + cost > limit()) return null;
    split = widestOf(costs, chosen);
    if (round % ROUNDS_A_LOOK === 0) {
      const most = limit() + spare - branch.cost;
      const beside = knapsack.costsBeside(choices, missing);
      const kept = choices.map((own, skill) =>
        own.flatMap(({ candidates }, place) => candidates.filter(({ needs }) => (beside[skill]?.[place] ?? 0) + bornBy(shares, skill * costs.length, needs) <= most)),
      );
      if (kept.some((own, skill) => own.length < (open[skill]?.length ?? 0))) {
        open = kept;
        choices = choicesOf(branch, open);
        bearers = share(costs, open, shares);
      }
    }
    const growth = Math.exp(1.5 / (1 + (round - 1) / 4));
    move(costs, shares, bearers, chosen, growth);
  }
  return split && { open, shares, split };
}

function isSame(targets: readonly Candidate[], others: readonly Candidate[]): boolean {
  return targets.length === others.length && targets.every((target, index) => target === others[index]);
}

function choicesOf(branch: Branch, open: Branch["open"]): Alike[][] {
  return open.map((candidates, skill) => {
    const had = branch.have[skill] ?? 0;
    const choices = new Map<number, Alike & { candidates: Candidate[] }>();
    for (const candidate of candidates) {
      const alike = choices.get(candidate.points);
      if (alike) alike.candidates.push(candidate);
      else choices.set(candidate.points, { gain: candidate.points - had, cost: 0, candidates: [candidate], cheapest: candidate });
    }
    return [...choices.values()];
  });
}

type Bearers = ReadonlyMap<number, readonly number[]>;

/** Makes the shares of each place add up to its cost again, among the skills that may need it; answers who they are, by place. */
function share(costs: readonly number[], open: Branch["open"], shares: Float64Array): Bearers {
  const bearers = new Map<number, number[]>();
  for (const [skill, candidates] of open.entries()) {
    for (const { needs } of candidates) {
      for (const place of needs) {
        const known = bearers.get(place);
        if (!known) bearers.set(place, [skill]);
        else if (known[known.length - 1] !== skill) known.push(skill);
      }
    }
  }
  for (const [place, skills] of bearers) scale(costs, shares, place, skills);
  return bearers;
}

function scale(costs: readonly number[], shares: Float64Array, place: number, skills: readonly number[]) {
  const cost = costs[place] ?? 0;
  let all = 0;
  for (const skill of skills) all += shares[skill * costs.length + place] ?? 0;
  for (const skill of skills) {
    const at = skill * costs.length + place;
    shares[at] = all > 0 ? ((shares[at] ?? 0) * cost) / all : cost / skills.length;
  }
}

function move(costs: readonly number[], shares: Float64Array, bearers: Bearers, chosen: readonly Alike[], growth: number) {
  const touched = new Set<number>();
  for (const { cheapest } of chosen) {
    for (const place of cheapest.needs) {
      const at = cheapest.skill * costs.length + place;
      shares[at] = (shares[at] ?? 0) * growth;
      touched.add(place);
    }
  }
  for (const place of touched) scale(costs, shares, place, bearers.get(place) ?? []);
}

function findCheapest(alike: Alike, shares: Float64Array, row: number) {
  let least = Infinity;
  for (const candidate of alike.candidates) {
    const cost = bornBy(shares, row, candidate.needs);
    if (cost >= least) continue;
    least = cost;
    alike.cheapest = candidate;
  }
  alike.cost = least;
}

function bornBy(shares: Float64Array, row: number, needs: readonly number[]): number {
  let cost = 0;
  for (const place of needs) cost += shares[row + place] ?? 0;
  return cost;
}

function widestOf(costs: readonly number[], chosen: readonly Alike[]): Candidate | null {
  let widest = -1;
  let split: Candidate | null = null;
  for (const { cheapest, cost } of chosen) {
    let real = 0;
    for (const place of cheapest.needs) real += costs[place] ?? 0;
    if (real - cost <= widest) continue;
    widest = real - cost;
    split = cheapest;
  }
  return split;
}
