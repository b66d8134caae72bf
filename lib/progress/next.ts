import type { ItemState } from "./states";
import type { ItemView } from "./view";

/** The little of the roadmap that a phone needs to say what comes next. */
export type OutlineItem = { slug: string; title: string; path: string; step: number; hours: number; needs: readonly string[] };

type Items = Readonly<Record<string, Pick<ItemView, "state" | "at" | "level">>>;

/** Items in work, the one changed last first. */
export function doingItems(outline: readonly OutlineItem[], items: Items): OutlineItem[] {
  const since = (item: OutlineItem) => items[item.slug]?.at ?? "";
  return outline.filter((item) => items[item.slug]?.state === "doing").sort((a, b) => (since(a) < since(b) ? 1 : -1));
}

/** Items to do whose prerequisites are all done, in the roadmap's order. An item without a state is to do. */
export function openItems(outline: readonly OutlineItem[], stateOf: (slug: string) => ItemState | undefined): OutlineItem[] {
  return outline.filter((item) => (stateOf(item.slug) ?? "todo") === "todo" && item.needs.every((slug) => stateOf(slug) === "done"));
}

/** What to do next: the item in work, else the first open one; null when nothing is left. */
export function nextItem(outline: readonly OutlineItem[], items: Items): { item: OutlineItem; doing: boolean } | null {
  const [doing] = doingItems(outline, items);
  if (doing) return { item: doing, doing: true };
  const [open] = openItems(outline, (slug) => items[slug]?.state);
  return open ? { item: open, doing: false } : null;
}
