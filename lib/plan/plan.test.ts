import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/calendar/days";
import { STATES } from "@/lib/progress/states";
import { daysAway, planOf, sayAway, type PlanFacts, type PlannedItem } from "./plan";

const TODAY = "2026-11-23";
const item = (slug: string, step: number, hours: number): PlannedItem => ({ slug, step, hours });
const road = [item("a", 1, 4), item("b", 1, 4), item("c", 2, 16)];

const said = (states: PlanFacts["states"], waived: string[] = []): PlanFacts => ({ states, waived });

test("hours become days in the order of the road", () => {
  expect(planOf(road, said({}), 8, TODAY)).toEqual([
    { step: 1, hours: 8, doneOn: "2026-11-30" },
    { step: 2, hours: 16, doneOn: "2026-12-14" },
  ]);
});

test("what is done or skipped is no work, and a step without work has no date", () => {
  expect(planOf(road, said({ a: { state: "done" }, b: { state: "skipped" } }), 8, TODAY)).toEqual([{ step: 2, hours: 16, doneOn: "2026-12-07" }]);
  expect(planOf(road, said({ a: { state: "done" }, b: { state: "done" }, c: { state: "done" } }), 8, TODAY)).toEqual([]);
});

test("what is waived is no work, and no date is earlier for an item that is done anyhow", () => {
  expect(planOf(road, said({ b: { state: "doing" } }, ["a", "b"]), 8, TODAY)).toEqual([{ step: 2, hours: 16, doneOn: "2026-12-07" }]);
  const done = { a: { state: "done" as const } };
  expect(planOf(road, said(done, ["a"]), 8, TODAY)).toEqual(planOf(road, said(done), 8, TODAY));
});

test("what is proven without a tick is no work, and what is only handed in still is", () => {
  const handedIn = (level: number) => planOf([item("a", 1, 4)], said({ a: { state: "todo", level } }), 4, TODAY);
  expect([handedIn(1).length, handedIn(2)]).toEqual([1, []]);
});

test("an item in progress still counts whole", () => {
  expect(planOf([item("a", 1, 4)], said({ a: { state: "doing" } }), 4, TODAY)).toEqual([{ step: 1, hours: 4, doneOn: "2026-11-30" }]);
});

const roads = fc.array(fc.record({ slug: fc.uuid(), step: fc.integer({ min: 1, max: 15 }), hours: fc.integer({ min: 1, max: 40 }) }), { maxLength: 60 });
const paces = fc.integer({ min: 1, max: 80 });

test("dates follow the road, and the last is the first day that has room for all hours", () => {
  fc.assert(
    fc.property(roads, paces, (items, pace) => {
      const plan = planOf(items, said({}), pace, TODAY);
      for (const [index, { step, doneOn }] of plan.entries()) {
        const before = plan[index - 1];
        if (!before) continue;
        expect(step).toBeGreaterThan(before.step);
        expect(doneOn >= before.doneOn).toBe(true);
      }
      const hours = items.reduce((sum, { hours }) => sum + hours, 0);
      expect(plan.reduce((sum, { hours }) => sum + hours, 0)).toBe(hours);
      const days = [...Array(Math.ceil((hours * 7) / pace) + 1).keys()];
      const first = days.find((day) => (day * pace) / 7 >= hours - 1e-9) ?? 0;
      if (hours > 0) expect(plan.at(-1)?.doneOn).toBe(addDays(TODAY, first));
    }),
  );
});

test("more hours a week, or more items done, never move a date back; a day without work moves every date by one", () => {
  fc.assert(
    fc.property(roads, paces, fc.array(fc.constantFrom(...STATES)), (items, pace, states) => {
      const known = said(Object.fromEntries(items.flatMap(({ slug }, index) => (states[index] ? [[slug, { state: states[index] }]] : []))));
      const plan = planOf(items, known, pace, TODAY);
      const end = (steps: typeof plan) => steps.at(-1)?.doneOn ?? TODAY;
      expect(end(planOf(items, known, pace + 1, TODAY)) <= end(plan)).toBe(true);
      expect(end(plan) <= end(planOf(items, said({}), pace, TODAY))).toBe(true);
      expect(planOf(items, known, pace, addDays(TODAY, 1))).toEqual(plan.map((step) => ({ ...step, doneOn: addDays(step.doneOn, 1) })));
    }),
  );
});

test("a week away is said, kindly and once there is something to say", () => {
  expect(daysAway(null, "2026-01-01", TODAY)).toBeNull();
  expect(daysAway("2026-11-17", "2026-01-01", TODAY)).toBeNull();
  expect(daysAway("2026-11-16", "2026-01-01", TODAY)).toBe(7);
  expect(daysAway("2026-11-01", "2026-11-20", TODAY)).toBeNull();
  expect(sayAway(7)).toBe("You were away for a week, so the dates moved by seven days.");
  expect(sayAway(9)).toBe("You were away for nine days, so the dates moved by nine days.");
  expect(sayAway(21)).toBe("You were away for three weeks, so the dates moved by 21 days.");
});
