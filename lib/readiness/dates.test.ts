import { expect, test } from "vitest";
import { planOf } from "@/lib/plan/plan";
import { datesOf } from "./dates";

const TODAY = "2026-11-23";

test("work is done one after the other, at so many hours a week", () => {
  expect(datesOf([4, 4, 16], 8, TODAY)).toEqual(["2026-11-27", "2026-11-30", "2026-12-14"]);
  expect(datesOf([], 8, TODAY)).toEqual([]);
});

test("dates are those that the plan gives for the same hours", () => {
  const hours = [3, 7, 1, 40, 5];
  const plan = planOf(hours.map((work, step) => ({ slug: String(step), step, hours: work })), { states: {}, waived: [] }, 6, TODAY);
  expect(datesOf(hours, 6, TODAY)).toEqual(plan.map(({ doneOn }) => doneOn));
});
