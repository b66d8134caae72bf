import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATES } from "@/lib/progress/states";
import { LEVELS, roles, type Level } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { askedOfListing, askedOfRole, type AskedSkill } from "./asked";
import { listGains } from "./gains";
import { measureOf, withReviewed, type MeasuredItem } from "./measure";
import { measure } from "./of-roadmap";
import { FULL, NEEDED_HOURS, type ItemRecord } from "./weights";

const item = (slug: string, hours: number, trained: MeasuredItem["skills"], prerequisites: string[] = []): MeasuredItem => ({ slug, hours, skills: trained, prerequisites });
const small = measureOf([item("branch", 3, ["version-control"]), item("release", 6, ["version-control"]), item("unit-tests", 4, ["testing"]), item("pages", 5, ["ssr-templates"])]);
const git: AskedSkill = { skill: "version-control", weight: 60, level: "strong" };
const tests: AskedSkill = { skill: "testing", weight: 40, level: "working" };

const allItems = measure.items.map(({ slug }) => slug);
const recorded = fc.record({ state: fc.constantFrom(...STATES), level: fc.integer({ min: 0, max: 5 }) });
const records = fc.dictionary(fc.constantFrom(...allItems), recorded, { maxKeys: 60 });
const asks = fc.uniqueArray(fc.record({ skill: fc.constantFrom(...skills.map(({ slug }) => slug)), need: fc.constantFrom("required" as const, "preferred" as const) }), {
  selector: ({ skill }) => skill,
  minLength: 1,
});
const askeds = fc.oneof(
  fc.constantFrom(...roles).map(askedOfRole),
  fc.tuple(asks, fc.option(fc.constantFrom(...roles))).map(([asked, role]) => askedOfListing(asked, role)),
);

describe("points of a skill", () => {
  const points = (record: ItemRecord) => small.readiness([git, tests], record).parts.map((part) => part.points);

  test("grow with the proof of the item that counts most", () => {
    const at = (level: number) => points({ release: { state: "done", level } })[0];
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([15, 24, 45, 51, 60, 60]);
  });

  test("grow with the hours of the item, up to what the level needs", () => {
    expect(points({ branch: { state: "done", level: 4 } })).toEqual([30, 0]);
    expect(points({ "unit-tests": { state: "done", level: 4 } })).toEqual([0, 40]);
  });

  test("come from one item alone: a second one adds nothing", () => {
    expect(points({ branch: { state: "done", level: 4 }, release: { state: "done", level: 0 } })).toEqual([30, 0]);
  });

  test("are nothing for what is to do, doing or skipped", () => {
    for (const state of ["todo", "doing", "skipped"] as const) expect(points({ release: { state, level: 0 } })).toEqual([0, 0]);
    expect(points({ release: { state: "skipped", level: 1 } })).toEqual([0, 0]);
  });

  test("are what was proven, whatever the state says now", () => {
    for (const state of STATES) expect(points({ release: { state, level: 4 } })).toEqual([60, 0]);
  });

  test("are parted into proven and claimed, and name the item they come from", () => {
    const readiness = small.readiness([git, tests], { branch: { state: "done", level: 2 }, release: { state: "done", level: 1 }, "unit-tests": { state: "done", level: 0 } });
    expect(readiness).toMatchObject({ points: 34, provenPoints: 22, claimedPoints: 12 });
    expect(readiness.parts.map(({ best }) => best)).toEqual([
      { itemId: "release", level: 1 },
      { itemId: "unit-tests", level: 0 },
    ]);
  });

  test("are full with the longest item where no item is as long as the level needs", () => {
    const asked: AskedSkill = { skill: "ssr-templates", weight: 100, level: "strong" };
    expect(small.readiness([asked], { pages: { state: "done", level: 4 } }).points).toBe(100);
  });
});

test("every skill can be shown in full by an item of the roadmap, at every level", () => {
  for (const { slug: skill } of skills) {
    for (const level of Object.keys(LEVELS) as Level[]) {
      const asked: AskedSkill = { skill, weight: 100, level };
      expect(Math.max(...measure.items.filter((one) => one.skills.includes(skill)).map((one) => measure.pointsOf(asked, one, FULL))), `${skill}, ${level}`).toBe(100);
    }
  }
});

test("only two skills have no item as long as a strong skill needs", () => {
  const short = skills.filter(({ slug }) => measure.neededHours(slug, "strong") < NEEDED_HOURS.strong);
  expect(short.map(({ slug }) => slug)).toEqual(["web-servers", "ssr-templates"]);
});

describe("readiness", () => {
  test("is 0 for nothing", () => {
    fc.assert(
      fc.property(askeds, (asked) => {
        expect(measure.readiness(asked, {})).toMatchObject({ points: 0, provenPoints: 0, claimedPoints: 0 });
      }),
    );
  });

  test("is 100 when everything is reviewed", () => {
    fc.assert(
      fc.property(askeds, records, (asked, record) => {
        expect(measure.readiness(asked, withReviewed(record, allItems))).toMatchObject({ points: 100, provenPoints: 100 });
      }),
    );
  });

  test("is the sum of its parts, none above its weight and none proven above its points", () => {
    fc.assert(
      fc.property(askeds, records, (asked, record) => {
        const { points, provenPoints, claimedPoints, parts } = measure.readiness(asked, record);
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
        expect(parts.reduce((sum, part) => sum + part.provenPoints, 0)).toBe(provenPoints);
        expect(provenPoints + claimedPoints).toBe(points);
        for (const part of parts) {
          expect(part.points).toBeLessThanOrEqual(part.weight);
          expect(part.provenPoints).toBeLessThanOrEqual(part.points);
          expect(part.best === null ? part.points : 0).toBe(0);
        }
      }),
    );
  });

  test("never falls when evidence is added, neither the number nor a part of it", () => {
    fc.assert(
      fc.property(askeds, records, fc.constantFrom(...allItems), recorded, fc.boolean(), (asked, record, slug, more, tick) => {
        const before = record[slug] ?? { state: "todo", level: 0 };
        const after = { state: tick ? "done" : before.state, level: Math.max(before.level, more.level) } as const;
        const [first, second] = [measure.readiness(asked, record), measure.readiness(asked, { ...record, [slug]: after })];
        expect(second.provenPoints).toBeGreaterThanOrEqual(first.provenPoints);
        for (const [index, part] of second.parts.entries()) expect(part.points).toBeGreaterThanOrEqual(first.parts[index]?.points ?? 0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what proving one item adds", () => {
  test("is the difference it makes, and never less than nothing", () => {
    fc.assert(
      fc.property(askeds, records, fc.constantFrom(...measure.items), (asked, record, item) => {
        const before = measure.readiness(asked, record);
        const gain = measure.gainOf(before, item);
        expect(gain).toBe(measure.readiness(asked, withReviewed(record, [item.slug])).points - before.points);
        expect(gain).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("is listed with the hours of what must come before, the most for an hour first", () => {
    const road = measureOf([item("shell", 2, ["linux-networking"]), item("commit", 4, ["version-control"], ["shell"]), item("release", 6, ["version-control"], ["commit"])]);
    expect(listGains(road, [{ ...git, weight: 100 }], {})).toEqual([
      { itemId: "commit", points: 66, hours: 6, before: 1 },
      { itemId: "release", points: 100, hours: 12, before: 2 },
    ]);
    expect(listGains(road, [{ ...git, weight: 100 }], { commit: { state: "done", level: 0 }, release: { state: "done", level: 4 } })).toEqual([]);
    expect(listGains(road, [{ ...git, weight: 100 }], { commit: { state: "done", level: 0 } })).toEqual([
      { itemId: "commit", points: 50, hours: 1, before: 0 },
      { itemId: "release", points: 84, hours: 6, before: 0 },
    ]);
  });
});
