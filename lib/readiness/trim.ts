import type { Candidate, Problem } from "./candidates";

/** Answers which of some targets are enough to reach the mark: the most expensive go first, as long as the rest can spare them. */
export function trimmerOf({ gives, have: start }: Problem, costs: readonly number[], mark: number) {
  const points = new Int32Array(start.length);

  function reaches(have: readonly number[], targets: readonly Candidate[], without: Candidate): boolean {
    points.set(have);
    for (const target of targets) {
      if (target === without) continue;
      for (const place of target.needs) {
        for (const given of gives[place] ?? []) if (given.points > (points[given.skill] ?? 0)) points[given.skill] = given.points;
      }
    }
    let all = 0;
    for (const own of points) all += own;
    return all >= mark;
  }

  return function trim(have: readonly number[], targets: readonly Candidate[]): readonly Candidate[] {
    let kept = targets;
    for (const { target } of targets.map((target) => ({ target, cost: costOf(costs, target) })).sort((a, b) => b.cost - a.cost)) {
      if (reaches(have, kept, target)) kept = kept.filter((other) => other !== target);
    }
    return kept;
  };
}

function costOf(costs: readonly number[], { needs }: Candidate): number {
  let cost = 0;
  for (const place of needs) cost += costs[place] ?? 0;
  return cost;
}
