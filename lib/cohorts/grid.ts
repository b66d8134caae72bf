import type { GridRow } from "@/db/queries/grid";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { roadmap } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";
import { addShares, countCell, packCells, packShares, readCells, sayShare, shareOfNone, type Cells, type WaivedShare } from "./grid-cells";
import { sayShown, stepHref, type GridView } from "./grid-view";

/** A step of which only the share is drawn; `path` opens it. */
export type FoldedStep = { number: number; title: string; path: string };

/** `cells` and `folded` are packed: see packCells and packShares. */
export type GridLearner = { id: string; name: string; path: string; said: string; cells: string; folded: string };

/** Counts per item of the open step and per folded step, of the learners of this page: see docs/performance.md. */
type GridSum = { name: string; said: string; items: readonly number[]; folded: readonly number[] };

/** What the grid's leaf draws, in the order of its columns. */
export type Grid = {
  open: { number: number; title: string };
  before: readonly FoldedStep[];
  after: readonly FoldedStep[];
  items: readonly { slug: string; title: string; path: string; said: string }[];
  learners: readonly GridLearner[];
  sums: readonly GridSum[];
};

const STEPS = roadmap.steps.map((step) => ({ step, itemIds: step.items.map((item) => item.slug) }));

/** Where an item stands: the place of its step, and its own in there. */
const PLACES = new Map(STEPS.flatMap(({ itemIds }, step) => itemIds.map((id, item) => [id, { step, item }] as const)));

/** A learner of a page with what is known of their items. */
export type ReadRow = { row: GridRow; cells: Cells };

export function readRows(rows: readonly GridRow[]): ReadRow[] {
  return rows.map((row) => ({ row, cells: readCells(row) }));
}

/** One page of the grid with one step open. */
export function layGrid(cohort: { slug: string }, view: GridView, open: Step, rows: readonly ReadRow[]): Grid {
  const base = `/teach/cohorts/${cohort.slug}`;
  const place = open.number - 1;
  const openIds = STEPS[place]?.itemIds ?? [];
  const sumsOfItems = openIds.map(() => shareOfNone(rows.length));
  // One walk over what is known of a learner: most know nothing of most items.
  const learners = rows.map(({ row, cells }) => {
    const shares = STEPS.map(({ itemIds }) => shareOfNone(itemIds.length));
    for (const [id, cell] of Object.entries(cells)) {
      const at = PLACES.get(id);
      const share = at && shares[at.step];
      if (share) countCell(share, cell);
      const sum = at?.step === place && sumsOfItems[at.item];
      if (sum) countCell(sum, cell);
    }
    return { row, cells, shares };
  });
  const sumsOfSteps = STEPS.map((_, index) => addShares(learners.flatMap(({ shares }) => shares[index] ?? [])));
  const folded = roadmap.steps.map((step) => ({ number: step.number, title: step.title, path: stepHref(cohort, view, step) }));
  const counts = (["done", "proven", "waived"] as const).filter((count) => count !== "waived" || rows.some(({ row }) => row.waivers !== null));
  return {
    open: { number: open.number, title: open.title },
    before: folded.slice(0, place),
    after: folded.slice(place + 1),
    items: open.items.map(({ slug, title }, index) => ({ slug, title, path: `${base}/items#${slug}`, said: sayShareAt(sumsOfItems, index) })),
    learners: learners.map(({ row, cells, shares }) => ({
      id: row.id,
      name: row.name,
      path: `${base}/learners/${row.id}`,
      said: sayShareAt(shares, place) + (view.sort === "last" ? sayLast(row) : ""),
      cells: packCells(openIds, cells),
      folded: packShares(shares.toSpliced(place, 1)),
    })),
    sums: counts.map((count) => ({
      name: { done: "Done", proven: "Proven", waived: "Waived" }[count],
      said: `${sumsOfSteps[place]?.[count] ?? 0} in this step, of ${sayShown(rows.length)}`,
      items: sumsOfItems.map((sum) => sum[count]),
      folded: sumsOfSteps.toSpliced(place, 1).map((sum) => sum[count]),
    })),
  };
}

function sayShareAt(shares: readonly WaivedShare[], index: number): string {
  const share = shares[index];
  return share ? sayShare(share) : "";
}

function sayLast({ lastOn }: GridRow): string {
  return lastOn === null ? ", not active yet" : `, last active on ${sayDate(lastOn, { today: today() })}`;
}

/** The step on which most of these learners have something in progress that is not waived, the earliest of several. */
export function busiestStep(rows: readonly Pick<ReadRow, "cells">[]): Step {
  const doing = STEPS.map(() => 0);
  for (const { cells } of rows) {
    for (const [id, { state, waived }] of Object.entries(cells)) {
      const at = state === "doing" && waived === null && PLACES.get(id);
      if (at) doing[at.step] = (doing[at.step] ?? 0) + 1;
    }
  }
  const on = ({ step }: (typeof STEPS)[number]) => doing[step.number - 1] ?? 0;
  return STEPS.reduce((busiest, entry) => (on(entry) > on(busiest) ? entry : busiest)).step;
}
