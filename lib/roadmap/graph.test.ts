import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roadmapGraph } from "./catalog";
import { graphOf } from "./graph";

type Node = { slug: string; hours: number; prerequisites: string[] };

const setUp = { slug: "set-up", hours: 2, prerequisites: [] };
const shell = { slug: "shell", hours: 3, prerequisites: ["set-up"] };
const sql = { slug: "sql", hours: 5, prerequisites: ["set-up"] };
const app = { slug: "app", hours: 7, prerequisites: ["shell", "sql"] };
const graph = graphOf([app, sql, shell, setUp]);

describe("neighbours", () => {
  test("an item needs its direct prerequisites only", () => {
    expect(graph.needsOf(app)).toEqual([shell, sql]);
    expect(graph.needsOf(setUp)).toEqual([]);
  });

  test("an item opens the items that list it", () => {
    expect(graph.opensOf(setUp)).toEqual([sql, shell]);
    expect(graph.opensOf(app)).toEqual([]);
  });
});

describe("the way to a target", () => {
  const slugsTo = (targets: string[], done: string[]) =>
    graph.wayTo(targets, new Set(done)).items.map((item) => item.slug);

  test("includes everything the target needs, and its hours", () => {
    expect(graph.wayTo(["app"], new Set()).hours).toBe(17);
    expect(slugsTo(["shell"], [])).toEqual(["set-up", "shell"]);
  });

  test("leaves out what is done", () => {
    expect(slugsTo(["app"], ["set-up", "shell"])).toEqual(["sql", "app"]);
  });

  test("does not ask for the prerequisites of what is done", () => {
    expect(slugsTo(["app"], ["shell", "sql"])).toEqual(["app"]);
  });

  test("is empty when the target is done, or there is none", () => {
    expect(graph.wayTo(["app"], new Set(["app"]))).toEqual({ items: [], hours: 0 });
    expect(graph.wayTo([], new Set())).toEqual({ items: [], hours: 0 });
  });

  test("counts an item that two targets need once", () => {
    expect(graph.wayTo(["shell", "sql"], new Set()).hours).toBe(10);
  });

  test("asks nothing for slugs that the graph does not hold", () => {
    expect(slugsTo(["shell", "retired"], ["long-gone"])).toEqual(["set-up", "shell"]);
  });

  test("leads through the real roadmap", () => {
    const way = roadmapGraph.wayTo(["query-from-code"], new Set(["create-a-schema", "values-and-decisions"]));
    expect(way.items.map((item) => item.slug)).toEqual([
      "loops-and-collections",
      "functions-and-modules",
      "errors-and-exit-codes",
      "crud-in-sql",
      "query-from-code",
    ]);
    expect(way.hours).toBe(8 + 7 + 4 + 6 + 6);
  });
});

/** Up to ten items without a cycle, in an order that need not be a working one, with targets and done slugs. */
const cases = fc.integer({ min: 0, max: 10 }).chain((count) => {
  const slugs = Array.from({ length: count }, (_, index) => `item-${index}`);
  const nodes = slugs.map((slug, index) =>
    fc.record({
      slug: fc.constant(slug),
      hours: fc.integer({ min: 1, max: 40 }),
      prerequisites: fc.subarray(slugs.slice(0, index)),
    }),
  );
  return fc.record({
    items: fc.tuple(...nodes).chain((items) => fc.shuffledSubarray(items, { minLength: count })),
    targets: fc.subarray(slugs),
    done: fc.subarray(slugs).map((chosen) => new Set(chosen)),
  });
});

function subsetsOf(items: readonly Node[]): Node[][] {
  return items.reduce<Node[][]>((subsets, item) => subsets.flatMap((subset) => [subset, [...subset, item]]), [[]]);
}

function reaches(chosen: readonly Node[], targets: readonly string[], done: ReadonlySet<string>): boolean {
  const reached = new Set([...done, ...chosen.map((item) => item.slug)]);
  return [...targets, ...chosen.flatMap((item) => item.prerequisites)].every((slug) => reached.has(slug));
}

function fewestHours(items: readonly Node[], targets: readonly string[], done: ReadonlySet<string>): number {
  const hours = subsetsOf(items)
    .filter((chosen) => reaches(chosen, targets, done))
    .map((chosen) => chosen.reduce((sum, item) => sum + item.hours, 0));
  return Math.min(...hours);
}

describe("on any graph without a cycle", () => {
  test("the way reaches the targets in the fewest hours any set of items could", () => {
    fc.assert(
      fc.property(cases, ({ items, targets, done }) => {
        const way = graphOf(items).wayTo(targets, done);
        expect(reaches(way.items, targets, done)).toBe(true);
        expect(way.hours).toBe(way.items.reduce((sum, item) => sum + item.hours, 0));
        expect(way.hours).toBe(fewestHours(items, targets, done));
      }),
      { numRuns: 200 },
    );
  });

  test("the way can be worked in its order, and repeats nothing", () => {
    fc.assert(
      fc.property(cases, ({ items, targets, done }) => {
        const reached = new Set(done);
        for (const item of graphOf(items).wayTo(targets, done).items) {
          expect(reached).not.toContain(item.slug);
          item.prerequisites.forEach((slug) => expect(reached).toContain(slug));
          reached.add(item.slug);
        }
      }),
    );
  });

  test("an item needs another exactly when the other opens it", () => {
    fc.assert(
      fc.property(cases, ({ items }) => {
        const { needsOf, opensOf } = graphOf(items);
        for (const a of items) {
          for (const b of items) expect(needsOf(a).includes(b)).toBe(opensOf(b).includes(a));
        }
      }),
    );
  });
});
