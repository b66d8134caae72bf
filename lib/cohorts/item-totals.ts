import type { ItemFigures } from "@/db/queries/item-figures";

type Figures = Omit<ItemFigures, "itemId">;

/** The figures of an item of which nobody has said anything. */
export const NOBODY: Figures = { doing: 0, done: 0, proven: 0, skipped: 0, waived: 0, returned: 0, medianDays: null };

type StepTotals = Pick<Figures, "doing" | "done" | "proven" | "waived">;

/** Each figure summed over the items of a step: a learner counts once for each item. */
export function addFigures(figures: readonly Figures[]): StepTotals {
  const sum = { doing: 0, done: 0, proven: 0, waived: 0 };
  for (const { doing, done, proven, waived } of figures) {
    sum.doing += doing;
    sum.done += done;
    sum.proven += proven;
    sum.waived += waived;
  }
  return sum;
}
