import fc from "fast-check";
import { expect, test } from "vitest";
import { findRole, roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { askedOfListing, askedOfRole, shareOut } from "./asked";

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

test("a role asks what it says, and that is 100 points", () => {
  for (const role of roles) {
    expect(askedOfRole(role)).toEqual(role.skills);
    expect(sum(askedOfRole(role).map(({ weight }) => weight))).toBe(100);
  }
});

test("a listing of a role weighs its skills as the role does, and what is only preferred half", () => {
  const asked = askedOfListing(
    [
      { skill: "apis", need: "required" },
      { skill: "testing", need: "preferred" },
      { skill: "blockchain-basics", need: "required" },
    ],
    findRole("backend-api-developer"),
  );
  expect(asked).toEqual([
    { skill: "apis", weight: 75, level: "working" },
    { skill: "testing", weight: 13, level: "aware" },
    { skill: "blockchain-basics", weight: 12, level: "working" },
  ]);
});

test("a listing without a role weighs its skills alike", () => {
  const asked = askedOfListing([{ skill: "apis", need: "preferred" }, { skill: "testing", need: "required" }], null);
  expect(asked).toEqual([
    { skill: "testing", weight: 67, level: "working" },
    { skill: "apis", weight: 33, level: "aware" },
  ]);
});

test("a skill that is named twice is asked once, and required when one place says so", () => {
  expect(askedOfListing([{ skill: "apis", need: "preferred" }, { skill: "apis", need: "required" }], null)).toEqual([{ skill: "apis", weight: 100, level: "working" }]);
});

test("a listing in which no skill was found asks nothing", () => {
  expect(askedOfListing([], null)).toEqual([]);
});

test("the order in which skills are named changes nothing", () => {
  const asks = fc.uniqueArray(fc.record({ skill: fc.constantFrom(...skills.map(({ slug }) => slug)), need: fc.constantFrom("required" as const, "preferred" as const) }), {
    selector: ({ skill }) => skill,
  });
  fc.assert(
    fc.property(asks, fc.option(fc.constantFrom(...roles)), (named, role) => {
      expect(askedOfListing([...named].reverse(), role)).toEqual(askedOfListing(named, role));
    }),
  );
});

test("shares are whole, at least one point each, and add up to 100", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 22 }), (weights) => {
      const points = shareOut(weights);
      expect(sum(points)).toBe(100);
      expect(points.every((count) => Number.isInteger(count) && count >= 1)).toBe(true);
    }),
  );
});
