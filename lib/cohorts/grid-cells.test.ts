import fc from "fast-check";
import { expect, test } from "vitest";
import { STATES } from "@/lib/progress/states";
import { addShares, drawCell, drawShare, isOpen, packCells, packShares, readCells, sayCell, sayShare, shareOfCells, unpackCell, unpackShare, type Cell } from "./grid-cells";

const cell = (change: Partial<Cell>): Cell => ({ state: "todo", level: 0, waived: null, ...change });

test("a cell says its state in words, and what an instructor says beside it", () => {
  expect([
    cell({}),
    cell({ state: "doing" }),
    cell({ state: "done" }),
    cell({ state: "done", level: 1 }),
    cell({ state: "done", level: 2 }),
    cell({ state: "doing", level: 4 }),
    cell({ state: "skipped" }),
    cell({ waived: "not-needed" }),
    cell({ state: "done", level: 5, waived: "known" }),
  ].map(sayCell)).toEqual([
    "to do",
    "doing",
    "done, claimed",
    "done, claimed",
    "proven, checked on own machine",
    "proven, reviewed",
    "skipped",
    "to do, not needed",
    "proven, credentialed, known, says an instructor",
  ]);
});

test("only what is proven is drawn solid, with its level", () => {
  expect(drawCell(cell({ state: "done", level: 1 }))).toBe("done");
  expect(drawCell(cell({ state: "done", level: 3 }))).toBe("proven l3");
  expect(drawCell(cell({ state: "skipped", waived: "known" }))).toBe("skipped waived");
});

test("a row of the database is read, whatever it leaves out", () => {
  expect(readCells({ done: null, skipped: null, doing: null, levels: null, waivers: null })).toEqual({});
  expect(readCells({ done: "shell-basics", skipped: "", doing: "call-the-api", levels: "shell-basics:4 proven-only:2", waivers: "call-the-api:not-needed new:known" })).toEqual({
    "shell-basics": cell({ state: "done", level: 4 }),
    "call-the-api": cell({ state: "doing", waived: "not-needed" }),
    "proven-only": cell({ level: 2 }),
    new: cell({ waived: "known" }),
  });
});

test("what is packed for the leaf comes out as it was", () => {
  const cells = fc.array(fc.record({ state: fc.constantFrom(...STATES), level: fc.integer({ min: 0, max: 5 }), waived: fc.constantFrom(null, "not-needed" as const, "known" as const) }));
  fc.assert(
    fc.property(cells, (list) => {
      const ids = list.map((_, index) => `item-${index}`);
      const byId = Object.fromEntries(list.map((value, index) => [`item-${index}`, value]));
      expect(packCells(ids, byId).match(/.../g)?.map(unpackCell) ?? []).toEqual(list);
    }),
  );
  const share = shareOfCells(["a", "b", "c"], { a: cell({ state: "done", level: 2 }), b: cell({ waived: "known" }) });
  expect(packShares([share, share]).split(" ").map(unpackShare)).toEqual([{ total: 3, done: 1, proven: 1, waived: 1 }, { total: 3, done: 1, proven: 1, waived: 1 }]);
});

test("an item counts once: what the learner did is theirs, and what is waived is neither skipped nor open", () => {
  const all = STATES.flatMap((state) => [0, 1, 2, 5].flatMap((level) => ([null, "known"] as const).map((waived) => cell({ state, level, waived }))));
  for (const one of all) {
    const { done, proven, skipped, waived } = shareOfCells(["a"], { a: one });
    expect(waived, JSON.stringify(one)).toBe(one.waived !== null && done + proven === 0 ? 1 : 0);
    expect(waived === 1 && (skipped === 1 || isOpen(one))).toBe(false);
  }
});

test("a waived item counts as neither done nor proven, and is named only where there is one", () => {
  const share = shareOfCells(["a", "b"], { a: cell({ waived: "known" }), b: cell({ state: "done" }) });
  expect(sayShare(share)).toBe("1 done, 0 proven, 1 waived of 2");
  expect(sayShare(addShares([share, share]))).toBe("2 done, 0 proven, 2 waived of 4");
  expect(sayShare(shareOfCells(["b"], {}))).toBe("0 done, 0 proven of 1");
});

test("a folded step is empty only for nothing and full only for all", () => {
  expect(drawShare({ total: 17, done: 0, proven: 0 })).toBe("fold d0 p0");
  expect(drawShare({ total: 99, done: 98, proven: 1 })).toBe("fold d9 p1");
  expect(drawShare({ total: 12, done: 12, proven: 6 })).toBe("fold d10 p5");
});
