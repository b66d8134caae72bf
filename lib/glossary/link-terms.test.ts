import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roadmap } from "@/lib/roadmap/catalog";
import { formsOf, linkTerms, linkTermsOfItem, termsOfItem } from "./link-terms";
import { terms } from "./terms";

const items = roadmap.steps.flatMap((step) => step.items);

/** The texts with [term-slug: …] around what is linked. */
function linked(...texts: string[]): string[] {
  return linkTerms(texts).map((segments) => segments.map(({ text, term }) => (term ? `[${term.slug}: ${text}]` : text)).join(""));
}

describe("a term is linked", () => {
  test.each([
    ["Open a pull request.", "Open a [pull-request: pull request]."],
    ["Containers are packed.", "[container: Containers] are packed."],
    ["a front-end developer", "a [front-end: front-end] developer"],
    ["Two APIs and a JWT", "Two [api: APIs] and a [jwt: JWT]"],
    ["It needs dependencies.", "It needs [dependency: dependencies]."],
    ["HTTPS, not HTTP.", "[https: HTTPS], not [http: HTTP]."],
    ["Git’s history", "[git: Git]’s history"],
  ])("in “%s”", (text, expected) => {
    expect(linked(text)).toEqual([expected]);
  });

  test("by its longest name", () => {
    expect(linked("Set an environment variable in the environment.")).toEqual([
      "Set an [environment-variable: environment variable] in the [environment: environment].",
    ]);
  });

  test("once on a page, where it stands first", () => {
    expect(linked("A cache.", "The cache of caches.", "A cookie.")).toEqual(["A [cache: cache].", "The cache of caches.", "A [cookie: cookie]."]);
  });

  test("and its longer name does not count as the shorter one the second time", () => {
    expect(linked("unit tests", "unit tests")).toEqual(["[unit-test: unit tests]", "unit tests"]);
  });
});

test.each(["the rest of it", "a digital thing", "git status", "committed", "tests/commit.sql", "commit.sql", "pre-commit", "src/container/x", "@cache", "uncached", "containerised", "HTTPs"])(
  "nothing is linked in “%s”",
  (text) => {
    expect(linked(text)).toEqual([text]);
  },
);

describe("whatever the texts are", () => {
  const words = terms.flatMap(formsOf);
  const texts = fc.array(fc.array(fc.oneof(fc.constantFrom(...words, " ", ", ", "-", ".", "/", "’s", "re"), fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join("")), {
    maxLength: 5,
  });

  test("the segments joined are the texts, and none is empty", () => {
    fc.assert(
      fc.property(texts, (page) => {
        const cut = linkTerms(page);
        expect(cut.map((segments) => segments.map(({ text }) => text).join(""))).toEqual(page);
        expect(cut.flat().every(({ text }) => text !== "")).toBe(true);
      }),
    );
  });

  test("each term is linked at most once, by one of its forms, and only where it may be", () => {
    fc.assert(
      fc.property(texts, fc.func(fc.boolean()), (page, mayLink) => {
        const found = linkTerms(page, mayLink)
          .flat()
          .flatMap(({ text, term }) => (term ? [{ text, term }] : []));
        expect(new Set(found.map(({ term }) => term)).size).toBe(found.length);
        for (const { text, term } of found) {
          expect(mayLink(term)).toBe(true);
          expect(formsOf(term).map((form) => form.toLowerCase().replaceAll("-", " "))).toContain(text.toLowerCase().replaceAll("-", " "));
        }
      }),
    );
  });

  test("a term that stands alone between spaces is linked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        expect(
          linkTerms([`so ${word} it`])
            .flat()
            .some(({ text, term }) => text === word && term),
        ).toBe(true);
      }),
    );
  });
});

describe("an item’s page", () => {
  test("keeps its texts", () => {
    for (const item of items) {
      const { what, why, how, proof } = linkTermsOfItem(item);
      const textOf = (segments: { text: string }[]) => segments.map(({ text }) => text).join("");
      expect([textOf(what), textOf(why), how.map(textOf), textOf(proof)]).toEqual([item.what, item.why, item.how, item.proof]);
    }
  });

  test("links a word of many meanings only where the term is learned", () => {
    const slugs = (slug: string) => {
      const item = items.find((other) => other.slug === slug);
      const { what, why, how, proof } = linkTermsOfItem(item ?? expect.fail(`no item ${slug}`));
      return [what, why, ...how, proof].flat().flatMap(({ term }) => term?.slug ?? []);
    };
    expect(slugs("write-a-dockerfile")).toContain("image");
    expect(slugs("background-work")).not.toContain("image");
    expect(slugs("sessions-or-tokens")).toContain("session");
    expect(slugs("transactions-in-practice")).not.toContain("session");
  });

  test("names the terms that are learned in it", () => {
    expect(termsOfItem("crud-endpoints").map(({ slug }) => slug)).toEqual(["api", "back-end", "crud", "endpoint"]);
    expect(terms.filter((term) => !items.some((item) => termsOfItem(item.slug).includes(term)))).toEqual([]);
  });
});
