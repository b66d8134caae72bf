import { expect, test } from "vitest";
import { termProblems } from "./problems";
import { terms, type Term } from "./terms";

const term = (slug: string, change: Partial<Term> = {}): Term => ({ slug, term: slug, definition: "A thing.", items: ["shell-basics"], ...change });

test("the glossary has 80 terms and no problems", () => {
  expect(terms).toHaveLength(80);
  expect(termProblems(terms)).toEqual([]);
});

test("every definition ends like a sentence and uses typographic marks", () => {
  expect(terms.filter(({ definition }) => !/^[A-Z].*\.$/.test(definition) || /'|"|\.\.\.| {2}/.test(definition))).toEqual([]);
});

test.each<[string, Term[], string]>([
  ["a slug that comes twice", [term("a"), term("a")], "Term a is listed more than once."],
  ["a slug of another shape", [term("A b")], "Term A b has a slug that is not lower-case words joined by hyphens."],
  ["an unknown item", [term("a", { items: ["ghost"] })], "Term a names ghost, which is not an item."],
  ["no item", [term("a", { items: [] })], "Term a names no item."],
  ["no definition", [term("a", { definition: " " })], "Term a has no definition, or an empty line in it."],
  ["an empty form", [term("a", { forms: [""] })], "Term a has no forms, or an empty line in it."],
  ["another order", [term("b"), term("a")], "Term a stands after b, which is not alphabetical."],
])("stops at %s", (_fault, faulty, sentence) => {
  expect(termProblems(faulty)).toEqual([sentence]);
});
