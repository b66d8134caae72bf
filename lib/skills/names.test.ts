import { expect, test } from "vitest";
import { names, noNames } from "./names";
import { isSkillSlug, skills } from "./skills";
import { tokensOf } from "./tokens";

const all = names.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]);

/** As the finder compares them. */
const keyOf = (spelt: string) => tokensOf(spelt, () => true).map(({ key }) => key).join(" ");

test("no name or alias stands there twice", () => {
  const seen = new Map<string, string>();
  const twice = [];
  for (const spelt of [...all, ...noNames]) {
    const key = keyOf(spelt);
    if (seen.has(key)) twice.push(`${spelt} and ${seen.get(key)}`);
    seen.set(key, spelt);
  }
  expect(twice).toEqual([]);
});

test("every skill has names, and every name a skill there is", () => {
  const named = new Set(names.flatMap(({ skill }) => skill));
  expect([...named].sort()).toEqual(skills.map(({ slug }) => slug).sort());
  expect([...named].every(isSkillSlug)).toBe(true);
  expect(names.length).toBeGreaterThan(250);
});

test("names have letters and no blanks at their ends", () => {
  expect(all.filter((spelt) => spelt.trim() !== spelt || spelt === "" || !/\p{L}/u.test(spelt))).toEqual([]);
});
