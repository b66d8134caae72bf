import { expect, test } from "vitest";
import { byStage, readView, sayWhen, viewHref } from "./view";

test("the address says board or list, and in which order the list stands", () => {
  for (const [query, view, href] of [
    [{}, { as: "board", sort: "next" }, "/applications"],
    [{ as: "list" }, { as: "list", sort: "next" }, "/applications?as=list"],
    [{ as: "list", sort: "company" }, { as: "list", sort: "company" }, "/applications?as=list&sort=company"],
  ] as const) {
    expect(readView(query)).toEqual(view);
    expect(viewHref(view)).toBe(href);
  }
});

test("an address that cannot be read is the board, or the list by next action", () => {
  expect(readView({ as: ["list", "list"], sort: "x" })).toEqual({ as: "board", sort: "next" });
  expect(readView({ as: "list", sort: "constructor" })).toEqual({ as: "list", sort: "next" });
});

test("a board has every stage, in its order", () => {
  const board = byStage([{ stage: "closed" as const, id: 1 }, { stage: "saved" as const, id: 2 }, { stage: "closed" as const, id: 3 }]);
  expect(board.map(({ stage, rows }) => [stage, rows.map(({ id }) => id)])).toEqual([["saved", [2]], ["applied", []], ["interview", []], ["offer", []], ["closed", [1, 3]]]);
});

test("a day is said as today, as one to come or as one that passed", () => {
  expect(["2026-11-23", "2026-11-20", "2027-01-05"].map((day) => sayWhen(day, "2026-11-23"))).toEqual(["today", "since 20 November", "on 5 January 2027"]);
});
