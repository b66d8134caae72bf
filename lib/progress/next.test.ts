import fc from "fast-check";
import { expect, test } from "vitest";
import { outline as outlineOfRoadmap } from "@/lib/roadmap/outline";
import { doingItems, nextItem, openCounter, openItems, type OutlineItem } from "./next";
import { STATES, type ItemState } from "./states";

const item = (slug: string, ...needs: string[]): OutlineItem => ({ slug, title: slug, path: `/${slug}`, step: 1, hours: 1, needs });
const outline = [item("a"), item("b", "a"), item("c", "a", "b"), item("d")];
const at = (state: "todo" | "doing" | "done" | "skipped", day = 1) => ({ state, level: 0, at: `2026-11-0${day}T10:00:00Z` });

test("open are the items to do whose prerequisites are all done", () => {
  const slugs = (items: Record<string, { state: ItemState }>) => openItems(outline, (slug) => items[slug]?.state).map((o) => o.slug);
  expect(slugs({})).toEqual(["a", "d"]);
  expect(slugs({ a: at("done") })).toEqual(["b", "d"]);
  expect(slugs({ a: at("skipped") })).toEqual(["d"]);
});

test("what is in progress comes before what is open, the latest first", () => {
  const items = { a: at("doing", 1), d: at("doing", 2) };
  expect(doingItems(outline, items).map((o) => o.slug)).toEqual(["d", "a"]);
  expect(nextItem(outline, items)).toMatchObject({ item: { slug: "d" }, doing: true });
});

test("at the road's end nothing is next", () => {
  expect(nextItem([item("a")], { a: at("done") })).toBeNull();
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
