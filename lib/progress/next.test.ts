import fc from "fast-check";
import { expect, test } from "vitest";
import { outline as outlineOfRoadmap } from "@/lib/roadmap/outline";
import { doingItems, leftItems, nextItem, openCounter, openItems, stateToDo, type OutlineItem } from "./next";
import { STATES, type ItemState } from "./states";

const item = (slug: string, ...needs: string[]): OutlineItem => ({ slug, title: slug, path: `/${slug}`, step: 1, hours: 1, needs });
const outline = [item("a"), item("b", "a"), item("c", "a", "b"), item("d")];
const at = (state: "todo" | "doing" | "done" | "skipped", day = 1) => ({ state, level: 0, at: `2026-11-0${day}T10:00:00Z` });

test("open are the items to do whose prerequisites are all done or skipped", () => {
  const slugs = (items: Record<string, { state: ItemState }>) => openItems(outline, (slug) => items[slug]?.state).map((o) => o.slug);
  expect(slugs({})).toEqual(["a", "d"]);
  expect(slugs({ a: at("done") })).toEqual(["b", "d"]);
  expect(slugs({ a: at("doing") })).toEqual(["d"]);
  expect(slugs({ a: at("skipped") })).toEqual(["b", "d"]);
});

test("what is in progress comes before what is open, the latest first", () => {
  const items = { a: at("doing", 1), d: at("doing", 2) };
  expect(doingItems(outline, items, []).map((o) => o.slug)).toEqual(["d", "a"]);
  expect(nextItem(outline, items, [])).toMatchObject({ item: { slug: "d" }, doing: true });
});

test("at the road's end nothing is next", () => {
  expect(nextItem([item("a")], { a: at("done") }, [])).toBeNull();
});

test("what is proven without a tick, or waived, is not next and holds nothing up", () => {
  const proven = { a: { ...at("todo"), level: 4 } };
  expect(nextItem(outline, proven, [])?.item.slug).toBe("b");
  expect(nextItem(outline, { a: { ...at("todo"), level: 1 } }, [])?.item.slug).toBe("a");
  expect(nextItem(outline, {}, ["a"])?.item.slug).toBe("b");
  expect(nextItem(outline, { a: { ...at("doing"), level: 4 }, b: at("doing") }, ["b"])?.item.slug).toBe("c");
  expect(leftItems(outline, stateToDo(proven, ["b"])).map(({ slug }) => slug)).toEqual(["c", "d"]);
});

test("whatever is skipped, something is next until every item is done or skipped", () => {
  const slugs = outlineOfRoadmap.map(({ slug }) => slug);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...slugs)), fc.uniqueArray(fc.constantFrom(...slugs)), (skipped, done) => {
      const items = Object.fromEntries([...skipped.map((slug) => [slug, at("skipped")] as const), ...done.map((slug) => [slug, at("done")] as const)]);
      expect(nextItem(outlineOfRoadmap, items, []) === null).toBe(Object.keys(items).length === slugs.length);
    }),
  );
});

test("the count for many learners is that of the list", () => {
  const count = openCounter(outlineOfRoadmap);
  const slugs = [...outlineOfRoadmap.map(({ slug }) => slug), "no-such-item"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...slugs), fc.constantFrom(...STATES), { maxKeys: slugs.length }), (said) => {
      const states = new Map(Object.entries(said));
      expect(count(states)).toBe(openItems(outlineOfRoadmap, (slug) => states.get(slug)).length);
    }),
  );
});
