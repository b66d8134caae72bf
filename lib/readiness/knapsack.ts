/** One of the ways in which a skill may be raised. */
export type Choice = { gain: number; cost: number };

/**
 * The least cost of bringing the missing points when at most one choice is taken for each skill, worked out forwards and backwards
 * so that it can also be told for any one choice. One table for a whole search: each call overwrites the one before.
 */
export function knapsackOf(skills: number, most: number) {
  const width = most + 1;
  // Row s: the least cost of so many points by the skills before s, and by s and those after it.
  const before = new Float64Array((skills + 1) * width);
  const after = new Float64Array((skills + 1) * width);

  function fill(rows: Float64Array, from: number, to: number, choices: readonly Choice[], missing: number) {
    rows.copyWithin(to, from, from + missing + 1);
    for (const { gain, cost } of choices) {
      for (let points = 1; points <= missing; points += 1) {
        const sum = (rows[points > gain ? from + points - gain : from] ?? 0) + cost;
        if (sum < (rows[to + points] ?? 0)) rows[to + points] = sum;
      }
    }
  }

  function start(rows: Float64Array, row: number, missing: number) {
    rows.fill(Infinity, row, row + missing + 1);
    rows[row] = 0;
  }

  /** Infinite, and nothing chosen, when the points are out of reach. */
  function choose<C extends Choice>(choices: readonly (readonly C[])[], missing: number): { cost: number; chosen: C[] } {
    start(before, 0, missing);
    choices.forEach((own, skill) => fill(before, skill * width, (skill + 1) * width, own, missing));
    const cost = before[choices.length * width + missing] ?? Infinity;
    const chosen: C[] = [];
    let points = cost === Infinity ? 0 : missing;
    for (let skill = choices.length - 1; skill >= 0; skill -= 1) {
      const least = before[(skill + 1) * width + points] ?? 0;
      if (least === before[skill * width + points]) continue;
      const choice = choices[skill]?.find(({ gain, cost: own }) => (before[skill * width + Math.max(0, points - gain)] ?? 0) + own === least);
      if (!choice) continue;
      chosen.push(choice);
      points = Math.max(0, points - choice.gain);
    }
    return { cost, chosen };
  }

  /** By skill and choice: what all skills together cost at least when this choice costs nothing and is taken. After `choose`. */
  function costsBeside(choices: readonly (readonly Choice[])[], missing: number): number[][] {
    start(after, choices.length * width, missing);
    for (let skill = choices.length - 1; skill >= 0; skill -= 1) fill(after, (skill + 1) * width, skill * width, choices[skill] ?? [], missing);
    return choices.map((own, skill) =>
      own.map(({ gain }) => {
        let least = Infinity;
        for (let points = 0; points <= missing; points += 1) {
          const sum = (before[skill * width + points] ?? 0) + (after[(skill + 1) * width + Math.max(0, missing - points - gain)] ?? 0);
          if (sum < least) least = sum;
        }
        return least;
      }),
    );
  }

  return { choose, costsBeside };
}

export type Knapsack = ReturnType<typeof knapsackOf>;
