import { expect, test } from "vitest";
import { skills } from "@/lib/skills/skills";
import { findItem, findStep, isItemId, roadmap, roadmapGraph } from "./catalog";

const items = roadmap.steps.flatMap((step) => step.items);

test("the roadmap has 15 steps, 168 items and 793 hours", () => {
  expect(roadmap.steps).toHaveLength(15);
  expect(roadmap.itemCount).toBe(168);
  expect(roadmap.hours).toBe(793);
  expect(items).toHaveLength(168);
  expect(items.reduce((sum, item) => sum + item.hours, 0)).toBe(793);
});

test("the steps are numbered in their order", () => {
  expect(roadmap.steps.map((step) => `${step.number} ${step.slug}`)).toEqual([
    "1 learn-programming-basics",
    "2 understand-databases",
    "3 master-server-side-programming",
    "4 apis-and-web-services",
    "5 version-control",
    "6 cloud-services",
    "7 security-best-practices",
    "8 testing",
    "9 containers-and-orchestration",
    "10 ci-cd",
    "11 monitoring-and-logging",
    "12 soft-skills",
    "13 build-a-portfolio",
    "14 stay-updated",
    "15 continuous-learning",
  ]);
});

test("steps and items are found by their slugs", () => {
  expect(findStep("testing")?.number).toBe(8);
  expect(findItem("shell-basics")?.item.title).toBe("Move around in the shell");
  expect(findItem("shell-basics")?.step.slug).toBe("learn-programming-basics");
  expect(isItemId("shell-basics")).toBe(true);
});

test.each(["", "testing-", "Shell-basics", "constructor", "__proto__"])("“%s” is neither a step nor an item", (slug) => {
  expect(findStep(slug)).toBeNull();
  expect(findItem(slug)).toBeNull();
  expect(isItemId(slug)).toBe(false);
});

test("every skill is trained by at least three items", () => {
  const trained = skills.map((skill) => items.filter((item) => item.skills.includes(skill.slug)).length);
  expect(skills).toHaveLength(22);
  expect(Math.min(...trained)).toBeGreaterThanOrEqual(3);
});

test("every item can be worked out as a way from nothing, in roadmap order", () => {
  const all = items.map((item) => item.slug);
  expect(roadmapGraph.wayTo(all, new Set())).toEqual({ items, hours: 793 });
});

test("every text uses typographic marks and single spaces", () => {
  const texts = items.flatMap((item) => [item.title, item.why, item.what, ...item.how, item.proof]);
  const quotedInjection = "x' OR '1'='1";
  expect(texts.filter((text) => /'|"|\.\.\.| {2}|^ | $/.test(text.replace(quotedInjection, "it")))).toEqual([]);
});
