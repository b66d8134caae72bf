import { expect, test } from "vitest";
import { roadmap } from "@/lib/roadmap/catalog";
import { findSkill, skills } from "./skills";
import { trainingOf } from "./training";

const items = roadmap.steps.flatMap((step) => step.items);

test("every pair of an item and a skill it trains is found once", () => {
  const found = skills.flatMap(({ slug }) => trainingOf(slug).steps.flatMap((part) => part.items.map((item) => `${item.slug} ${slug}`)));
  expect(new Set(found).size).toBe(found.length);
  expect([...found].sort()).toEqual(items.flatMap((item) => item.skills.map((skill) => `${item.slug} ${skill}`)).sort());
});

test("items are grouped by step in the order of the roadmap, and counted with their hours", () => {
  const { steps, itemCount, hours } = trainingOf("blockchain-basics");
  const listed = steps.flatMap((part) => part.items);
  expect(listed.map((item) => item.slug)).toEqual(["build-a-hash-chain", "smart-contract", "index-contract-events"]);
  expect(itemCount).toBe(3);
  expect(hours).toBe(listed.reduce((sum, item) => sum + item.hours, 0));
  expect(steps.every((part) => part.items.length > 0)).toBe(true);
});

test.each(["", "APIs", "__proto__"])("“%s” is no skill", (slug) => {
  expect(findSkill(slug)).toBeNull();
});
