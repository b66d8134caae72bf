import { expect, test } from "vitest";
import { addFigures, NOBODY } from "./item-totals";

test("the sums of a step count a learner once for each of its items", () => {
  const shell = { ...NOBODY, doing: 3, done: 40, proven: 12, waived: 2, skipped: 4, returned: 5, medianDays: 2.5 };
  expect(addFigures([shell, { ...NOBODY, done: 15, proven: 15 }, NOBODY])).toEqual({ doing: 3, done: 55, proven: 27, waived: 2 });
  expect(addFigures([])).toEqual({ doing: 0, done: 0, proven: 0, waived: 0 });
});
