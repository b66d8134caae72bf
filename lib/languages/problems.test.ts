import { expect, test } from "vitest";
import { findLanguage, languageCount, languages, type Language } from "./languages";
import { languageProblems } from "./problems";

const perl = findLanguage("perl") ?? expect.fail("no Perl");
const problemsOf = (change: Partial<Language>) => languageProblems([{ ...perl, ...change }]);

test("there are ten entries and nine languages, without problems", () => {
  expect(languages).toHaveLength(10);
  expect(languageCount).toBe(9);
  expect(languageProblems(languages)).toEqual([]);
});

test("texts use typographic marks and single spaces", () => {
  const texts = languages.flatMap((language) => Object.values({ ...language, hello: "" }).flat());
  expect(texts.filter((text) => /'|"|\.\.\.| {2}|^ | $/.test(text))).toEqual([]);
});

test.each<[string, Partial<Language>, string]>([
  ["an alias of nothing", { aliasOf: "raku" }, "Language perl is an alias of raku, which is not a language of its own."],
  ["an alias of itself", { aliasOf: "perl" }, "Language perl is an alias of perl, which is not a language of its own."],
  ["an address without https", { docs: "http://perldoc.perl.org/" }, "Language perl has documentation without https: http://perldoc.perl.org/."],
  ["no address", { docs: "perldoc" }, "Language perl has documentation without https: perldoc."],
  ["a missing text", { typing: "" }, "Language perl has no typing, or an empty line in it."],
  ["an empty list", { strengths: [] }, "Language perl has no strengths, or an empty line in it."],
  ["a program that says nothing", { hello: ["exit 0;"] }, "Language perl has no program that says hello."],
  ["a slug of another shape", { slug: "C#" }, "Language C# has a slug that is not lower-case words joined by hyphens."],
])("stops at %s", (_fault, change, sentence) => {
  expect(problemsOf(change)).toEqual([sentence]);
});

test("an alias of an alias is refused", () => {
  const chain = [perl, { ...perl, slug: "b", aliasOf: "perl" }, { ...perl, slug: "c", aliasOf: "b" }];
  expect(languageProblems(chain)).toEqual(["Language c is an alias of b, which is not a language of its own."]);
});
