import type { GridRow } from "@/db/queries/grid";
import type { Share } from "@/lib/progress/percent";
import { PROVEN_FROM, STATES, STRENGTH, type ItemState } from "@/lib/progress/states";
import { LEVEL_NAMES, type Mark } from "@/lib/progress/words";

// The grid's leaf reads this file in the browser too.

const WAIVED = ["not-needed", "known"] as const;

export type Waived = (typeof WAIVED)[number];

export const WAIVED_WORDS: Record<Waived, string> = { "not-needed": "not needed", known: "known, says an instructor" };

/** What is known of one item of one learner. `waived` is the instructors' word and stands beside the learner's own. */
export type Cell = { state: ItemState; level: number; waived: Waived | null };

/**
 * The rule by which waivers are counted everywhere; db/queries/standing-waivers.ts is the same for statements. What the learner did counts
 * as theirs, whatever an instructor waived.
 */
function countsAsWaived({ state, level, waived }: Cell): boolean {
  return waived !== null && state !== "done" && level < PROVEN_FROM;
}

/** Still to do: neither done, skipped nor proven by the learner, and not waived. */
export function isOpen({ state, level, waived }: Cell): boolean {
  return waived === null && state !== "done" && state !== "skipped" && level < PROVEN_FROM;
}

export type Cells = Readonly<Record<string, Cell>>;

const NOTHING: Cell = { state: "todo", level: 0, waived: null };

/** The items a row says something about, by item. */
export function readCells(row: ItemsByState & Pick<GridRow, "levels" | "waivers">): Cells {
  const cells: Record<string, Cell> = {};
  const cellOf = (itemId: string) => (cells[itemId] ??= { ...NOTHING });
  eachState(row, (itemId, state) => (cells[itemId] = { ...NOTHING, state }));
  eachPair(row.levels, (itemId, level) => (cellOf(itemId).level = Number(level)));
  eachPair(row.waivers, (itemId, waived) => (cellOf(itemId).waived = waived === "known" ? "known" : "not-needed"));
  return cells;
}

/** The items of a learner that are not to do, parted by spaces. */
type ItemsByState = Pick<GridRow, "done" | "skipped" | "doing">;

export function readStates(items: ItemsByState): Map<string, ItemState> {
  const known = new Map<string, ItemState>();
  eachState(items, (itemId, state) => known.set(itemId, state));
  return known;
}

function eachState({ done, skipped, doing }: ItemsByState, take: (itemId: string, state: ItemState) => void): void {
  for (const itemId of readItems(skipped)) take(itemId, "skipped");
  for (const itemId of readItems(doing)) take(itemId, "doing");
  for (const itemId of readItems(done)) take(itemId, "done");
}

/** Items parted by spaces. */
export function readItems(list: string | null): string[] {
  return list ? list.split(" ") : [];
}

function eachPair(list: string | null, take: (itemId: string, value: string) => void): void {
  for (const pair of readItems(list)) {
    const colon = pair.indexOf(":");
    take(pair.slice(0, colon), pair.slice(colon + 1));
  }
}

/** A learner's own items with the standing waivers beside them. */
export function withWaivers(items: Readonly<Record<string, Omit<Cell, "waived">>>, waivers: readonly { itemId: string; state: Waived }[]): Cells {
  const cells: Record<string, Cell> = Object.fromEntries(Object.entries(items).map(([itemId, { state, level }]) => [itemId, { state, level, waived: null }]));
  for (const { itemId, state } of waivers) cells[itemId] = { ...cellAt(cells, itemId), waived: state };
  return cells;
}

export function cellAt(cells: Cells, itemId: string): Cell {
  return cells[itemId] ?? NOTHING;
}

/** Three digits a cell, one after the other: what a page of the grid sends instead of objects. */
export function packCells(itemIds: readonly string[], cells: Cells): string {
  return itemIds
    .map((id) => {
      const { state, level, waived } = cellAt(cells, id);
      return `${STRENGTH[state]}${level}${waived === null ? 0 : WAIVED.indexOf(waived) + 1}`;
    })
    .join("");
}

export function unpackCell([state, level, waived]: string): Cell {
  return { state: STATES[Number(state)] ?? "todo", level: Number(level), waived: WAIVED[Number(waived) - 1] ?? null };
}

/** Four figures a step, the steps parted by spaces. */
export function packShares(shares: readonly WaivedShare[]): string {
  return shares.map(({ total, done, proven, waived }) => `${total}.${done}.${proven}.${waived}`).join(" ");
}

export function unpackShare(packed: string): Omit<WaivedShare, "skipped"> {
  const [total = 0, done = 0, proven = 0, waived = 0] = packed.split(".").map(Number);
  return { total, done, proven, waived };
}

/** What a cell says to those who do not see its mark. */
export function sayCell({ state, level, waived }: Cell): string {
  const proven = level >= PROVEN_FROM ? `proven, ${LEVEL_NAMES[level] ?? ""}` : null;
  const claimed = { todo: "to do", doing: "doing", done: "done, claimed", skipped: "skipped" }[state];
  return [proven ?? claimed, waived && WAIVED_WORDS[waived]].filter(Boolean).join(", ");
}

/** The classes of a cell; see components/cohorts/grid.css. */
export function drawCell({ state, level, waived }: Cell): string {
  const mark: Mark = level >= PROVEN_FROM ? "proven" : state;
  return [mark, mark === "proven" && `l${level}`, waived && "waived"].filter(Boolean).join(" ");
}

export type WaivedShare = Share & { waived: number };

/** Done, proven, skipped and waived of some items; none counts as waived and as another. */
export function shareOfCells(itemIds: readonly string[], cells: Cells): WaivedShare {
  const share = shareOfNone(itemIds.length);
  for (const id of itemIds) {
    const cell = cells[id];
    if (cell) countCell(share, cell);
  }
  return share;
}

export function shareOfNone(total: number): WaivedShare {
  return { total, done: 0, proven: 0, skipped: 0, waived: 0 };
}

/** Adds one item to a share that has it in its total. */
export function countCell(share: WaivedShare, cell: Cell): void {
  if (countsAsWaived(cell)) share.waived += 1;
  else if (cell.state === "skipped") share.skipped += 1;
  if (cell.state === "done") share.done += 1;
  if (cell.level >= PROVEN_FROM) share.proven += 1;
}

export function addShares(shares: readonly WaivedShare[]): WaivedShare {
  const sum = shareOfNone(0);
  for (const share of shares) {
    sum.total += share.total;
    sum.done += share.done;
    sum.proven += share.proven;
    sum.skipped += share.skipped;
    sum.waived += share.waived;
  }
  return sum;
}

/** "3 done, 1 proven, 2 waived of 12"; what is not waived is not mentioned. */
export function sayShare({ total, done, proven, waived }: Omit<WaivedShare, "skipped">): string {
  return `${done} done, ${proven} proven${waived > 0 ? `, ${waived} waived` : ""} of ${total}`;
}

/** The classes of a folded step: its shares in tenths, none only for nothing and ten only for all. */
export function drawShare({ total, done, proven }: Pick<Share, "total" | "done" | "proven">): string {
  return `fold d${tenths(done, total)} p${tenths(proven, total)}`;
}

function tenths(count: number, total: number): number {
  if (count === 0) return 0;
  return count === total ? 10 : Math.min(9, Math.max(1, Math.round((count / total) * 10)));
}
