import { expect, test } from "vitest";
import type { GridRow } from "@/db/queries/grid";
import { roadmap } from "@/lib/roadmap/catalog";
import { layGrid, readRows } from "./grid";
import { readGridView } from "./grid-view";

const [first, second] = roadmap.steps as [(typeof roadmap.steps)[number], (typeof roadmap.steps)[number]]; // There are fifteen.
const [one = "", two = ""] = first.items.map((item) => item.slug);
const elsewhere = second.items[0]?.slug ?? "";

const row = (index: number, of: Partial<GridRow> = {}): GridRow => ({
  id: `learner-${index}`,
  name: `Learner ${index}`,
  groupName: null,
  enrolledOn: "2026-11-01",
  lastOn: null,
  done: `${one} ${elsewhere}`,
  skipped: null,
  doing: null,
  levels: null,
  waivers: null,
  matching: 55,
  before: 0,
  ...of,
});
const lay = (rows: readonly GridRow[]) => layGrid({ slug: "b1" }, readGridView({}), first, readRows(rows)).sums;

test("the foot of a page counts its learners, and says of how many", () => {
  const rows = Array.from({ length: 50 }, (_, index) => row(index, index === 0 ? { levels: `${two}:4` } : {}));
  const [done, proven, ...rest] = lay(rows);
  expect(done).toMatchObject({ name: "Done", said: "50 in this step, of these 50 learners" });
  expect(done?.items.slice(0, 2)).toEqual([50, 0]);
  expect(done?.folded[0]).toBe(50);
  expect(proven).toMatchObject({ name: "Proven", said: "1 in this step, of these 50 learners" });
  expect(proven?.items.slice(0, 2)).toEqual([0, 1]);
  expect(rest).toEqual([]);
  expect(lay(rows.slice(0, 5).map((last) => ({ ...last, before: 50 })))[0]?.said).toBe("5 in this step, of these 5 learners");
  expect(lay([row(0)])[0]?.said).toBe("1 in this step, of this learner");
});

test("waived has a row of its own where something is waived, and counts as neither done nor proven", () => {
  const waived = row(1, { done: null, waivers: `${one}:known ${elsewhere}:not-needed` });
  const sums = lay([row(0), waived]);
  expect(sums.map(({ name, said }) => [name, said])).toEqual([
    ["Done", "1 in this step, of these 2 learners"],
    ["Proven", "0 in this step, of these 2 learners"],
    ["Waived", "1 in this step, of these 2 learners"],
  ]);
  expect(sums[2]?.folded[0]).toBe(1);
});
