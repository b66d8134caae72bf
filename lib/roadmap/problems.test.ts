import { describe, expect, test } from "vitest";
import { roadmap } from "./catalog";
import { roadmapProblems } from "./problems";

type UncheckedStep = Parameters<typeof roadmapProblems>[0][number];
type Unchecked = UncheckedStep["items"][number];

function item(slug: string, change: Partial<Unchecked> = {}): Unchecked {
  return {
    slug,
    why: "Because.",
    what: "Do it.",
    how: ["Begin."],
    proof: "Hand it in.",
    hours: 1,
    skills: ["testing"],
    prerequisites: [],
    resources: [],
    ...change,
  };
}

function problemsOf(...items: Unchecked[]): string[] {
  return roadmapProblems([{ slug: "first-step", items }]);
}

describe("a small roadmap", () => {
  test("without faults has no problems", () => {
    expect(problemsOf(item("a"), item("b", { prerequisites: ["a"] }))).toEqual([]);
  });

  test("names an item that comes twice, once", () => {
    expect(problemsOf(item("a"), item("a"), item("a"))).toEqual(["Item a is in the roadmap more than once."]);
  });

  test("names a step that comes twice", () => {
    const step = { slug: "first-step", items: [] };
    expect(roadmapProblems([step, step])).toEqual(["Step first-step is in the roadmap more than once."]);
  });

  test.each(["", "Upper", "two words", "-edge", "edge-", "two--hyphens", "under_score", "é"])("refuses the slug “%s”", (slug) => {
    const sentence = "has a slug that is not lower-case words joined by hyphens.";
    expect(problemsOf(item(slug))).toEqual([`Item ${slug} ${sentence}`]);
    expect(roadmapProblems([{ slug, items: [] }])).toEqual([`Step ${slug} ${sentence}`]);
  });

  test.each(["why", "what", "proof"])("names an item whose %s is missing or blank", (field) => {
    expect(problemsOf(item("a", { [field]: undefined }))).toEqual([`Item a has no ${field}.`]);
    expect(problemsOf(item("a", { [field]: "  " }))).toEqual([`Item a has no ${field}.`]);
  });

  test.each([{ how: undefined }, { how: [] }, { how: ["Begin.", " "] }])("names an item with %j", (change) => {
    expect(problemsOf(item("a", change))).toEqual(["Item a has no how, or an empty line in it."]);
  });

  test.each([[[]], [["It runs.", " "]], [["It runs.", "It runs."]]])("names an item with the rubric %j", (rubric) => {
    expect(problemsOf(item("a", { rubric }))).toEqual(["Item a has a rubric that is empty, or a line of it empty or twice."]);
    expect(problemsOf(item("a", { rubric: ["It runs.", "It is tested."] }))).toEqual([]);
  });

  test.each([0, -1, 1.5, 41, Number.NaN])("refuses %d hours", (hours) => {
    expect(problemsOf(item("a", { hours }))).toEqual([
      `Item a takes ${hours} hours, which is not a whole number from 1 to 40.`,
    ]);
  });

  test.each([1, 40])("accepts %d hours", (hours) => {
    expect(problemsOf(item("a", { hours }))).toEqual([]);
  });

  test("names an item that trains no skill or an unknown one", () => {
    expect(problemsOf(item("a", { skills: [] }))).toEqual(["Item a trains no skill."]);
    expect(problemsOf(item("a", { skills: ["juggling"] }))).toEqual(["Item a trains juggling, which is not a skill."]);
  });

  test.each(["http://example.org", "ftp://example.org", "/docs", "https://"])("refuses the resource %s", (url) => {
    expect(problemsOf(item("a", { resources: [{ name: "Docs", url }] }))).toEqual([
      `Item a has a resource without https: ${url}.`,
    ]);
  });

  test("names a prerequisite that does not exist", () => {
    expect(problemsOf(item("a", { prerequisites: ["ghost"] }))).toEqual([
      "Item a needs ghost, which is not in the roadmap.",
    ]);
  });

  test("names a prerequisite that stands later in the same step", () => {
    expect(problemsOf(item("a", { prerequisites: ["b"] }), item("b"))).toEqual([
      "Item a needs b, which stands later in the same step.",
    ]);
  });

  test("names a prerequisite of a later step", () => {
    const steps = [
      { slug: "first-step", items: [item("a", { prerequisites: ["b"] })] },
      { slug: "second-step", items: [item("b")] },
    ];
    expect(roadmapProblems(steps)).toEqual(["Item a needs b, which is in the later step second-step."]);
  });

  test("lets only retired items need a retired one", () => {
    const old = item("old", { retired: true });
    expect(problemsOf(old, item("a", { prerequisites: ["old"] }))).toEqual(["Item a needs old, which is retired."]);
    expect(problemsOf(old, item("older", { prerequisites: ["old"], retired: true }))).toEqual([]);
  });

  test("names an item that needs itself", () => {
    expect(problemsOf(item("a", { prerequisites: ["a"] }))).toEqual(["Item a needs itself: a → a."]);
  });

  test("shows the path of a cycle, without the items that only lead to it", () => {
    const problems = problemsOf(
      item("outside", { prerequisites: ["a"] }),
      item("a", { prerequisites: ["c"] }),
      item("b", { prerequisites: ["a"] }),
      item("c", { prerequisites: ["b"] }),
    );
    expect(problems.filter((problem) => problem.includes("itself"))).toEqual(["Item a needs itself: a → c → b → a."]);
  });

  test("lists all its problems at once", () => {
    expect(problemsOf(item("a", { proof: "", hours: 0 }), item("b", { skills: [] }))).toHaveLength(3);
  });
});

describe("the real roadmap", () => {
  function problemsAfter(slug: string, change: Partial<Unchecked>): string[] {
    return roadmapProblems(
      roadmap.steps.map((step) => ({
        ...step,
        items: step.items.map((entry) => (entry.slug === slug ? { ...entry, ...change } : entry)),
      })),
    );
  }

  test("has no problems", () => {
    expect(roadmapProblems(roadmap.steps)).toEqual([]);
  });

  test.each<[string, string, Partial<Unchecked>, string]>([
    [
      "a duplicate slug",
      "files-and-json",
      { slug: "shell-basics" },
      "Item shell-basics is in the roadmap more than once.",
    ],
    [
      "an unknown prerequisite",
      "shell-basics",
      { prerequisites: ["touch-typing"] },
      "Item shell-basics needs touch-typing, which is not in the roadmap.",
    ],
    [
      "a prerequisite of a later step",
      "shell-basics",
      { prerequisites: ["configure-git"] },
      "Item shell-basics needs configure-git, which is in the later step version-control.",
    ],
    [
      "a cycle",
      "set-up-workspace",
      { prerequisites: ["shell-basics"] },
      "Item set-up-workspace needs itself: set-up-workspace → shell-basics → set-up-workspace.",
    ],
    ["a missing proof", "shell-basics", { proof: undefined }, "Item shell-basics has no proof."],
    [
      "a resource over http",
      "shell-basics",
      { resources: [{ name: "Shell", url: "http://example.org/" }] },
      "Item shell-basics has a resource without https: http://example.org/.",
    ],
    [
      "an unknown skill",
      "shell-basics",
      { skills: ["juggling"] },
      "Item shell-basics trains juggling, which is not a skill.",
    ],
  ])("stops at %s", (_fault, slug, change, sentence) => {
    expect(problemsAfter(slug, change)).toContain(sentence);
  });
});
