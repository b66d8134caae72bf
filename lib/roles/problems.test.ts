import { describe, expect, test } from "vitest";
import { skills } from "@/lib/skills/skills";
import { roleProblems } from "./problems";
import { greatestWeight, roles, rolesAsking, skillsOf } from "./roles";

type Unchecked = Parameters<typeof roleProblems>[0][number];

const asked = [
  { skill: "apis", weight: 60 },
  { skill: "testing", weight: 40 },
];
const problemsOf = (change: Partial<Unchecked>) => roleProblems([{ slug: "a", name: "A", summary: "Does.", work: ["Works."], skills: asked, ...change }]);

test("there are ten roles without problems", () => {
  expect(roles).toHaveLength(10);
  expect(roleProblems(roles)).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

test.each<[string, Partial<Unchecked>, string]>([
  ["weights that miss 100", { skills: [{ skill: "apis", weight: 99 }] }, "Role a has weights that add up to 99 instead of 100."],
  ["no skills", { skills: [] }, "Role a has weights that add up to 0 instead of 100."],
  ["an unknown skill", { skills: [{ skill: "juggling", weight: 100 }] }, "Role a asks for juggling, which is not a skill."],
  [
    "a skill that comes twice",
    {
      skills: [
        { skill: "apis", weight: 50 },
        { skill: "apis", weight: 50 },
      ],
    },
    "Role a asks for apis more than once.",
  ],
  [
    "a weight of nothing",
    {
      skills: [
        { skill: "apis", weight: 100 },
        { skill: "testing", weight: 0 },
      ],
    },
    "Role a gives testing the weight 0, which is not a whole number above 0.",
  ],
  ["no work", { work: [] }, "Role a has no work, or an empty line in it."],
])("stops at %s", (_fault, change, sentence) => {
  expect(problemsOf(change)).toEqual([sentence]);
});

describe("what roles ask for", () => {
  test("is listed from the heaviest, and no picture is wider than the widest", () => {
    for (const role of roles) {
      const weights = skillsOf(role).map(({ weight }) => weight);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      expect(Math.max(...weights)).toBeLessThanOrEqual(greatestWeight);
    }
  });

  test("is found again from the skill", () => {
    const pairs = skills.flatMap(({ slug }) => rolesAsking(slug));
    expect(pairs).toHaveLength(roles.reduce((sum, role) => sum + role.skills.length, 0));
    expect(rolesAsking("blockchain-basics").map(({ role, weight }) => [role.slug, weight])).toEqual([["blockchain-developer-backend", 26]]);
    expect(rolesAsking("continuous-learning")).toEqual([]);
  });
});
