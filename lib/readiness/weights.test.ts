import { expect, test } from "vitest";
import { LEVEL_NAMES } from "@/lib/progress/words";
import { FULL, FULL_FROM, hoursToProve, STRENGTHS, strengthOf } from "./weights";

test("every proof level has a strength, and none is below the one before", () => {
  expect(STRENGTHS).toHaveLength(LEVEL_NAMES.length);
  expect([...STRENGTHS].sort((a, b) => a - b)).toEqual(STRENGTHS);
  expect(STRENGTHS[FULL_FROM]).toBe(FULL);
});

test("a link counts before the item is ticked, and not when it is skipped", () => {
  expect(strengthOf({ state: "doing", level: 1 })).toBe(40);
  expect(strengthOf({ state: "skipped", level: 1 })).toBe(0);
});

test("proving what is done takes a quarter of its hours, at least one", () => {
  expect([1, 3, 4, 5, 40].map((hours) => hoursToProve(hours, { state: "done", level: 0 }))).toEqual([1, 1, 1, 2, 10]);
  expect(hoursToProve(8, { state: "todo", level: 3 })).toBe(2);
  expect([undefined, { state: "doing", level: 1 } as const, { state: "skipped", level: 0 } as const].map((recorded) => hoursToProve(8, recorded))).toEqual([8, 8, 8]);
});
