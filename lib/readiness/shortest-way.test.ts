import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATES } from "@/lib/progress/states";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { askedOfListing, askedOfRole, shareOut, type AskedSkill } from "./asked";
import { listGains } from "./gains";
import { measureOf, withReviewed, withWaived, type Measure, type MeasuredItem } from "./measure";
import { measure } from "./of-roadmap";
import { shortestWay } from "./shortest-way";
import { FULL, hoursToProve, isPassed, isSettled, type ItemRecord } from "./weights";

const MARKS = [50, 75, 90, 100];
const trained = skills.slice(0, 5).map(({ slug }) => slug);
const recorded = fc.record({ state: fc.constantFrom(...STATES), level: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5), waived: fc.constantFrom(false, false, true) });

/** Small roads: items train up to three of five skills and need up to three earlier items. */
const roads = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.subarray(trained, { maxLength: 3 }), fc.array(fc.nat(), { maxLength: 3 }), fc.option(recorded)), { minLength: 1, maxLength: most })
    .map((rows) => {
      const items = rows.map<MeasuredItem>(([hours, ofItem, needs], place) => ({
        slug: `item-${place}`,
        hours,
        skills: ofItem,
        prerequisites: place === 0 ? [] : [...new Set(needs.map((need) => `item-${need % place}`))],
      }));
      const record: ItemRecord = Object.fromEntries(rows.flatMap(([, , , known], place) => (known ? [[`item-${place}`, known]] : [])));
      return { items, record };
    });

const asked = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...trained), fc.integer({ min: 1, max: 40 }), fc.constantFrom("aware" as const, "working" as const, "strong" as const)), {
    selector: ([skill]) => skill,
    minLength: 1,
  })
  .map((rows) => {
    const weights = shareOut(rows.map(([, weight]) => weight));
    return rows.map<AskedSkill>(([skill, , level], index) => ({ skill, level, weight: weights[index] ?? 0 }));
  });

type Score = [hours: number, items: number, places: number];
const better = (a: Score, b: Score) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Tries every set of items. */
function bruteForce(measured: Measure, wanted: AskedSkill[], record: ItemRecord, mark: number): { mark: number; score: Score } {
  const { items } = measured;
  const sets = Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((__, place) => bits & (1 << place)));
  const usable = sets
    .filter((set) => set.every((item) => isSettled(record[item.slug]) || item.prerequisites.every((need) => isPassed(record[need]) || set.some(({ slug }) => slug === need))))
    .map((set) => ({ set, points: measured.readiness(wanted, withReviewed(record, set.map(({ slug }) => slug))).points }));
  const reached = Math.min(mark, Math.max(...usable.map(({ points }) => points)));
  const scores = usable.filter(({ points }) => points >= reached).map(({ set }) => scoreOf(measured, set.map(({ slug }) => slug), record));
  return { mark: reached, score: scores.reduce((best, score) => (better(score, best) < 0 ? score : best)) };
}

function scoreOf({ items }: Measure, way: string[], record: ItemRecord): Score {
  const proven = items.filter(({ slug }) => way.includes(slug));
  const hours = proven.reduce((sum, item) => sum + hoursToProve(item.hours, record[item.slug]), 0);
  return [hours, proven.length, proven.reduce((sum, item) => sum + items.indexOf(item) + 1, 0)];
}

/** Every item of a way stands after what it needs, and the way keeps what it promises. */
function checkWay(measured: Measure, wanted: AskedSkill[], record: ItemRecord, mark: number) {
  const way = shortestWay(measured, wanted, record, mark);
  const slugs = way.items.map(({ itemId }) => itemId);
  for (const [index, slug] of slugs.entries()) {
    const needs = isSettled(record[slug]) ? [] : (measured.items.find((item) => item.slug === slug)?.prerequisites ?? []);
    for (const need of needs) expect(isPassed(record[need]) || slugs.slice(0, index).includes(need)).toBe(true);
  }
  expect(measured.readiness(wanted, withReviewed(record, slugs)).points).toBe(way.points);
  expect(way.points).toBeGreaterThanOrEqual(way.mark);
  expect(way.items.reduce((sum, { hours }) => sum + hours, 0)).toBe(way.hours);
  return way;
}

describe("on small roads", () => {
  test.each([
    ["of up to 8 items", 8, 700],
    ["of up to 11 items", 11, 150],
  ])("%s it is what trying every set finds", (_, most, numRuns) => {
    fc.assert(
      fc.property(roads(most), asked, fc.integer({ min: 1, max: 100 }), ({ items, record }, wanted, mark) => {
        const measured = measureOf(items);
        const way = checkWay(measured, wanted, record, mark);
        const tried = bruteForce(measured, wanted, record, mark);
        expect(way.mark).toBe(tried.mark);
        expect(scoreOf(measured, way.items.map(({ itemId }) => itemId), record)).toEqual(tried.score);
      }),
      { numRuns },
    );
  }, 120_000);

  test("what is done is not done again, and what was only claimed takes a quarter", () => {
    const road = measureOf([
      { slug: "shell", hours: 3, skills: [], prerequisites: [] },
      { slug: "commit", hours: 8, skills: ["version-control"], prerequisites: ["shell"] },
      { slug: "release", hours: 6, skills: ["version-control"], prerequisites: ["commit"] },
    ]);
    const git: AskedSkill[] = [{ skill: "version-control", weight: 100, level: "strong" }];
    expect(shortestWay(road, git, {}, 90)).toEqual({ mark: 90, points: 100, hours: 11, items: [{ itemId: "shell", hours: 3 }, { itemId: "commit", hours: 8 }] });
    expect(shortestWay(road, git, { shell: { state: "done", level: 0 } }, 90).items).toEqual([{ itemId: "commit", hours: 8 }]);
    expect(shortestWay(road, git, { commit: { state: "done", level: 1 } }, 90)).toMatchObject({ hours: 2, items: [{ itemId: "commit", hours: 2 }] });
    expect(shortestWay(road, git, { commit: { state: "done", level: 4 } }, 90)).toEqual({ mark: 90, points: 100, hours: 0, items: [] });
  });

  test("what was skipped or waived is no work as a prerequisite, and is worth its hours itself", () => {
    const road = measureOf([
      { slug: "shell", hours: 3, skills: ["linux-networking"], prerequisites: [] },
      { slug: "commit", hours: 8, skills: ["version-control"], prerequisites: ["shell"] },
    ]);
    const git: AskedSkill[] = [{ skill: "version-control", weight: 100, level: "strong" }];
    const shell: AskedSkill[] = [{ skill: "linux-networking", weight: 100, level: "aware" }];
    for (const passed of [withWaived({}, [{ itemId: "shell" }]), { shell: { state: "skipped", level: 0 } }] satisfies ItemRecord[]) {
      expect(shortestWay(road, git, passed, 90).items).toEqual([{ itemId: "commit", hours: 8 }]);
      expect(shortestWay(road, shell, passed, 90).items).toEqual([{ itemId: "shell", hours: 3 }]);
      expect(listGains(road, git, passed)).toEqual([{ itemId: "commit", points: 100, hours: 8, before: 0 }]);
      expect(road.readiness(shell, passed).points).toBe(0);
    }
  });

  test("a mark out of reach says what can be reached", () => {
    const road = measureOf([{ slug: "shell", hours: 3, skills: ["linux-networking"], prerequisites: [] }]);
    const wanted: AskedSkill[] = [
      { skill: "linux-networking", weight: 40, level: "aware" },
      { skill: "apis", weight: 60, level: "aware" },
    ];
    expect(shortestWay(road, wanted, {}, 90)).toEqual({ mark: 40, points: 40, hours: 3, items: [{ itemId: "shell", hours: 3 }] });
    expect(shortestWay(road, [], {}, 90)).toEqual({ mark: 0, points: 0, hours: 0, items: [] });
  });
});

const records = fc.dictionary(fc.constantFrom(...measure.items.map(({ slug }) => slug)), recorded, { maxKeys: 120 });

describe("on the whole roadmap", () => {
  test("it keeps what it promises for every role and mark, and more cannot take less", () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), records, (role, record) => {
        const hours = MARKS.map((mark) => checkWay(measure, askedOfRole(role), record, mark).hours);
        expect([...hours].sort((a, b) => a - b)).toEqual(hours);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test("100 can be reached by every role", () => {
    for (const role of roles) expect(shortestWay(measure, askedOfRole(role), {}, 100)).toMatchObject({ mark: 100, points: 100 });
  });

  test("the order of the skills asked changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), records, fc.constantFrom(...MARKS), (role, record, mark) => {
        const wanted = askedOfRole(role);
        expect(shortestWay(measure, [...wanted].reverse(), record, mark)).toEqual(shortestWay(measure, wanted, record, mark));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test("for listings that ask two skills it is what trying every pair of items finds", () => {
    const pairs = fc.uniqueArray(fc.constantFrom(...skills.map(({ slug }) => slug)), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(pairs, records, fc.constantFrom(...MARKS), (pair, record, mark) => {
        const wanted = askedOfListing(pair.map((skill) => ({ skill, need: "required" })), null);
        const needsOf = measure.needsBy(record);
        const [first = [], second = []] = wanted.map((one) => [null, ...measure.items.filter((item) => item.skills.includes(one.skill) && measure.pointsOf(one, item, FULL) > 0)]);
        let best: Score = [Infinity, 0, 0];
        for (const a of first) {
          for (const b of second) {
            const way = [...new Set([a, b].flatMap((item) => (item ? needsOf(item) : [])).map(({ slug }) => slug))];
            if (measure.readiness(wanted, withReviewed(record, way)).points < mark) continue;
            const score = scoreOf(measure, way, record);
            if (better(score, best) < 0) best = score;
          }
        }
        expect(scoreOf(measure, shortestWay(measure, wanted, record, mark).items.map(({ itemId }) => itemId), record)).toEqual(best);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
