import { expect, test } from "vitest";
import { askedOfListing } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import { findRole, roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { pointsFrom, readinessBy } from "./readiness-by";
import { NEEDS } from "./words";

const record = Object.fromEntries(measure.items.map(({ slug }, place) => [slug, { state: "done" as const, level: place % 6 }]));

test("readiness for one of many listings is what it is for that listing alone", () => {
  const readinessOf = readinessBy(record);
  for (let number = 0; number < 300; number += 1) {
    const role = roles[number % (roles.length + 1)]?.slug ?? null;
    const asks = skills.filter((_, place) => (place * 7 + number * 3) % 11 < 4).map(({ slug: skill }, place) => ({ skill, need: NEEDS[(number + place) % 2] ?? "required", says: [] }));
    const { points, provenPoints } = measure.readiness(askedOfListing(asks, role === null ? null : findRole(role)), record);
    expect(readinessOf({ role, asks })).toEqual({ points, provenPoints });
  }
});

test("what asks for no skill has no readiness, and comes last", () => {
  const readinessOf = readinessBy(record);
  expect(readinessOf({ role: null, asks: [] })).toBeNull();
  expect(pointsFrom(readinessOf)({ role: null, asks: [] })).toBe(0);
});
