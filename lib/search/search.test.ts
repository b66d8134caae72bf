import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSearchIndex } from "./build";
import { searchDocuments } from "./documents";
import { readSearchIndex, type Finder } from "./finder";

let find: Finder;
beforeAll(async () => {
  find = await readSearchIndex(buildSearchIndex());
});

const titles = (query: string) => find(query).best.map(({ title }) => title);

describe("searching", () => {
  test("forgives a typo", () => {
    expect(titles("databse")).toContain("Understand databases");
    expect(titles("kubernets")).toEqual(titles("kubernetes"));
    expect(titles("pasword")).toContain("Store passwords properly");
  });

  test("finds by the beginning of a word", () => {
    expect(titles("trans")[0]).toBe("Use transactions");
  });

  test("puts what has the word in its title before what has it in its text", () => {
    const found = find("deploy").best.map(({ title }) => /deploy/i.test(title));
    expect(found).toContain(true);
    expect(found).toContain(false);
    expect(found.lastIndexOf(true)).toBeLessThan(found.indexOf(false));
  });

  test("takes one and many for the same word", () => {
    expect(titles("transaction")).toEqual(titles("transactions"));
  });

  test("asks for every word, and for any of them where none has all", () => {
    expect(titles("slow query index")).toContain("Index with evidence");
    expect(titles("transactions zzqq")).toEqual(titles("transactions"));
  });

  test("knows the short name of a step", () => {
    expect(titles("ci/cd")).toContain("Continuous integration and continuous deployment");
  });

  test("says what is found, at most 12, and how many there are", () => {
    expect(find("use transactions").best[0]).toEqual({
      path: "/roadmap/understand-databases/transactions-in-practice",
      title: "Use transactions",
      context: "Item of step 2: Understand databases",
    });
    const { best, count } = find("test");
    expect(best).toHaveLength(12);
    expect(count).toBeGreaterThan(12);
  });

  test("finds what the reference part knows", () => {
    expect(titles("c#")[0]).toMatch(/^C#/);
    expect(titles("salary")[0]).toBe("Salaries");
    expect(find("golang").best[0]?.context).toBe("Language");
  });

  test("finds nothing for nothing", () => {
    for (const query of ["", "  ", "zzqqxx", "the", "?!"]) expect(find(query)).toEqual({ best: [], count: 0 });
  });
});

describe("the documents", () => {
  test("are of every kind", () => {
    const kinds = new Set(searchDocuments().map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["step", "item", "skill", "language", "role", "question", "term", "page"]));
  });

  test("each has an address of its own, a title and a line that says what it is", () => {
    const documents = searchDocuments();
    expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length);
    for (const { path, title, context } of documents) {
      expect(path).toMatch(/^\/[a-z0-9/#-]+$/);
      expect(title).not.toBe("");
      expect(context).not.toBe("");
    }
  });

  test("their index is under 60 KB as sent", () => {
    expect(gzipSync(buildSearchIndex()).length).toBeLessThan(60_000);
  });
});
