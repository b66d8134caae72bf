import { PROVEN_FROM, type ItemState } from "./states";
import type { ItemView } from "./view";

/** The little of the roadmap that a phone needs to say what comes next. */
export type OutlineItem = { slug: string; title: string; path: string; step: number; hours: number; needs: readonly string[] };

type Items = Readonly<Record<string, Pick<ItemView, "state" | "at" | "level">>>;

/** Items in work, the one changed last first; none that is proven or waived. */
export function doingItems(outline: readonly OutlineItem[], items: Items, waived: readonly string[]): OutlineItem[] {
  const stateOf = stateToDo(items, waived);
  const since = (item: OutlineItem) => items[item.slug]?.at ?? "";
  return outline.filter((item) => stateOf(item.slug) === "doing").sort((a, b) => (since(a) < since(b) ? 1 : -1));
}

/** Who skips an item goes on without it: what needs it does not wait for it. */
const isPassed = (state: ItemState | undefined) => state === "done" || state === "skipped";

/** Items to do whose prerequisites are all done or skipped, in the roadmap's order. An item without a state is to do. */
export function openItems(outline: readonly OutlineItem[], stateOf: (slug: string) => ItemState | undefined): OutlineItem[] {
  return outline.filter((item) => (stateOf(item.slug) ?? "todo") === "todo" && item.needs.every((slug) => isPassed(stateOf(slug))));
}

/** The same counted, for many learners: what the roadmap asks for is looked up once, and not once for each of them. */
export function openCounter(outline: readonly OutlineItem[]): (states: ReadonlyMap<string, ItemState>) => number {
  const places = new Map(outline.map(({ slug }, place) => [slug, place]));
  const needs = outline.map((item) => item.needs.map((slug) => places.get(slug) ?? -1));
  return (states) => {
    const said: (ItemState | undefined)[] = outline.map(() => undefined);
    for (const [slug, state] of states) said[places.get(slug) ?? outline.length] = state;
    return needs.filter((places, place) => (said[place] ?? "todo") === "todo" && places.every((needed) => isPassed(said[needed]))).length;
  };
}

/** The state of an item, "done" where there is nothing to do: what is proven without a tick, and what an instructor waived. */
export function stateToDo(items: Items, waived: readonly string[]): (slug: string) => ItemState | undefined {
  return (slug) => ((items[slug]?.level ?? 0) >= PROVEN_FROM || waived.includes(slug) ? "done" : items[slug]?.state);
}

/** What is still to be done, in the roadmap's order: begun or not. */
export function leftItems(outline: readonly OutlineItem[], stateOf: (slug: string) => ItemState | undefined): OutlineItem[] {
  return outline.filter((item) => !isPassed(stateOf(item.slug)));
}

/** What to do next: the item in work, else the first open one; null when nothing is left. */
export function nextItem(outline: readonly OutlineItem[], items: Items, waived: readonly string[]): { item: OutlineItem; doing: boolean } | null {
  const [doing] = doingItems(outline, items, waived);
  if (doing) return { item: doing, doing: true };
  const [open] = openItems(outline, stateToDo(items, waived));
  return open ? { item: open, doing: false } : null;
}
