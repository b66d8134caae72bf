import { expect, test } from "vitest";
import { ROLE_RULES } from "@/lib/jobs/role";
import { roles } from "@/lib/roles/roles";
import { ROLE_SIGNS } from "./role-words";

test("every role is told in words, once", () => {
  expect(ROLE_SIGNS.map(({ role }) => role).sort()).toEqual(roles.map(({ slug }) => slug).sort());
});

test("the words stand in the order of the rules", () => {
  expect(ROLE_SIGNS.map(({ role }) => role)).toEqual([...new Set(ROLE_RULES.map(({ role }) => role))].toSorted((a, b) => last(a) - last(b)));
  function last(role: string) {
    return ROLE_RULES.findIndex((rule) => rule.role === role);
  }
});
