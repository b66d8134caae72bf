import { PROVEN_FROM, type ItemState } from "./states";

export type Share = { total: number; done: number; proven: number; skipped: number };

/** How many of the items are done (a claim) and how many are proven. Skipped never counts as done. */
export function shareOf(itemIds: readonly string[], items: Readonly<Record<string, { state: ItemState; level: number }>>): Share {
  const share = { total: itemIds.length, done: 0, proven: 0, skipped: 0 };
  for (const id of itemIds) {
    const item = items[id];
    if (!item) continue;
    if (item.state === "done") share.done += 1;
    if (item.state === "skipped") share.skipped += 1;
    if (item.level >= PROVEN_FROM) share.proven += 1;
  }
  return share;
}

/** Whole per cent. 100 only when all are, 0 only when none is. */
export function percent(count: number, total: number): number {
  if (count === 0 || total === 0) return 0;
  return Math.max(1, Math.floor((count / total) * 100));
}
