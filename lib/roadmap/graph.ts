import type { Item } from "./roadmap";

type GraphItem = Pick<Item, "slug" | "hours" | "prerequisites">;

export type Way<T extends GraphItem = Item> = {
  /** In an order one can work in: every item after its prerequisites. */
  items: readonly T[];
  /** Estimated hours of work for all of them. */
  hours: number;
};

/** Answers about the prerequisites among items, which must have no cycle. Slugs of other items ask for nothing. */
export function graphOf<T extends GraphItem>(items: readonly T[]) {
  const bySlug = new Map(items.map((item) => [item.slug, item]));
  const needsOf = (item: T): readonly T[] => item.prerequisites.flatMap((slug) => bySlug.get(slug) ?? []);
  const opensOf = (item: T): readonly T[] => items.filter((other) => other.prerequisites.includes(item.slug));
  const backwards = [...workingOrder(items, needsOf)].reverse();

  /**
   * The set of items with the fewest hours that, added to the done ones, reaches all targets.
   * A done item counts as reached, so its own prerequisites are not needed.
   */
  function wayTo(targets: Iterable<string>, done: ReadonlySet<string>): Way<T> {
    const wanted = new Set(targets);
    const way: T[] = [];
    for (const item of backwards) {
      if (!wanted.has(item.slug) || done.has(item.slug)) continue;
      item.prerequisites.forEach((slug) => wanted.add(slug));
      way.unshift(item);
    }
    return { items: way, hours: way.reduce((sum, item) => sum + item.hours, 0) };
  }

  return { needsOf, opensOf, wayTo };
}

function workingOrder<T>(items: readonly T[], needsOf: (item: T) => readonly T[]): ReadonlySet<T> {
  const order = new Set<T>();
  const visit = (item: T) => {
    if (order.has(item)) return;
    needsOf(item).forEach(visit);
    order.add(item);
  };
  items.forEach(visit);
  return order;
}
