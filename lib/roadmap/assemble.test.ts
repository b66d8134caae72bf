import { expect, test } from "vitest";
import { assemble } from "./assemble";
import type { Item, StepContent } from "./roadmap";

function item(slug: string, change: Partial<Item> = {}): Item {
  return {
    slug,
    title: slug,
    why: "Because.",
    what: "Do it.",
    how: ["Begin."],
    proof: "Hand it in.",
    hours: 3,
    skills: ["testing"],
    prerequisites: [],
    evidence: "text",
    resources: [],
    ...change,
  };
}

const contents: StepContent[] = [
  { slug: "first", title: "First", summary: "Begin.", items: [item("a"), item("old", { hours: 40, retired: true })] },
  { slug: "second", title: "Second", summary: "Go on.", items: [item("b", { prerequisites: ["a"], hours: 5 })] },
];

test("retired items are not listed and do not count", () => {
  const { roadmap, findStep } = assemble(contents);
  expect(roadmap).toMatchObject({ itemCount: 2, hours: 8 });
  expect(findStep("first")).toMatchObject({ number: 1, hours: 3, items: [{ slug: "a" }] });
  expect(findStep("first")?.items).toHaveLength(1);
});

test("retired items stay findable for the history, with their step", () => {
  const { findItem, isItemId, roadmap } = assemble(contents);
  expect(findItem("old")?.item.retired).toBe(true);
  expect(findItem("old")?.step).toBe(roadmap.steps[0]);
  expect(isItemId("old")).toBe(true);
});

test("retired items are on no way", () => {
  const { roadmapGraph } = assemble(contents);
  expect(roadmapGraph.wayTo(["old", "b"], new Set())).toMatchObject({ items: [{ slug: "a" }, { slug: "b" }], hours: 8 });
});

test("a broken roadmap stops with all its problems", () => {
  const broken = [{ slug: "first", title: "First", summary: "Begin.", items: [item("a", { proof: "", hours: 0 })] }];
  expect(() => assemble(broken)).toThrow(
    "The roadmap cannot be used.\nItem a has no proof.\nItem a takes 0 hours, which is not a whole number from 1 to 40.",
  );
});
