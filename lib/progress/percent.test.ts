import { expect, test } from "vitest";
import { percent, shareOf } from "./percent";

test("done and proven are counted apart, skipped counts as neither", () => {
  const items = {
    a: { state: "done", level: 0 },
    b: { state: "done", level: 1 },
    c: { state: "done", level: 4 },
    d: { state: "skipped", level: 0 },
    e: { state: "doing", level: 2 },
  } as const;
  expect(shareOf(["a", "b", "c", "d", "e", "f"], items)).toEqual({ total: 6, done: 3, proven: 2, skipped: 1 });
});

test("items that are no longer listed do not count", () => {
  expect(shareOf(["a"], { a: { state: "todo", level: 0 }, retired: { state: "done", level: 4 } })).toEqual({
    total: 1,
    done: 0,
    proven: 0,
    skipped: 0,
  });
});

test("a hundred per cent means all, none means none", () => {
  expect([percent(0, 168), percent(1, 168), percent(167, 168), percent(168, 168), percent(0, 0)]).toEqual([0, 1, 99, 100, 0]);
});
