import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { refusal } from "@/lib/form-input";
import { evidenceInput, verdictInput } from "./input";

const form = (change: Record<string, unknown>) => ({ item: "debug-with-a-debugger", kind: "text", link: "", text: "", repo: "", commit: "", then: "save", ...change });

type Parsed = { success: true } | { success: false; error: z.core.$ZodError };

/** What is wrong, by field. */
function errorsOf(parsed: Parsed) {
  const answer = parsed.success ? null : refusal("", parsed.error);
  return (answer?.ok === false && answer.fieldErrors) || {};
}

const troubleOf = (change: Record<string, unknown>) => errorsOf(evidenceInput.safeParse(form(change)));

describe("evidence", () => {
  test("a text is taken as it was typed, up to 20,000 characters of any script", () => {
    const text = "  अ\t`x`\n\nsecond\r\n";
    expect(evidenceInput.parse(form({ text }))).toMatchObject({ body: "  अ\t`x`\n\nsecond\n", commit: null, handIn: false });
    expect(troubleOf({ text: "😀".repeat(20_000) })).toEqual({});
    expect(Object.keys(troubleOf({ text: "😀".repeat(20_001) }))).toEqual(["text"]);
    for (const text of ["", " \n ", "a\0b", "a\u001bb", "a\u202eb", "\ud800"]) expect(Object.keys(troubleOf({ text }))).toEqual(["text"]);
  });

  test.each(["https://example.org/a?b=c#d", "http://localhost:3000/", " https://उदाहरण.example/ "])("the link %j is taken", (link) => {
    expect(troubleOf({ kind: "link", link })).toEqual({});
  });

  test.each(["", "example.org", "javascript:alert(1)", "ftp://example.org", "data:text/html,x", "https://a b.example", "https://sneha:secret@example.org/", `https://example.org/${"a".repeat(2_000)}`, "https://example.org/\u0000"])(
    "the link %j is refused beside its field",
    (link) => {
      expect(Object.keys(troubleOf({ kind: "link", link }))).toEqual(["link"]);
    },
  );

  test("a repository comes with a commit of 7 to 64 hex digits", () => {
    const repo = "https://git.example.org/sneha/work";
    expect(evidenceInput.parse(form({ kind: "repo", repo, commit: " 0a1B2c3 ", then: "hand-in" }))).toMatchObject({ body: repo, commit: "0a1B2c3", handIn: true });
    for (const commit of ["", "0a1b2c", "main", "g".repeat(40), "a".repeat(65)]) expect(Object.keys(troubleOf({ kind: "repo", repo, commit }))).toEqual(["commit"]);
    expect(Object.keys(troubleOf({ kind: "repo" })).sort()).toEqual(["commit", "repo"]);
  });

  test("an item for a check takes no file, and an unknown item or field takes nothing", () => {
    expect(troubleOf({ kind: "file" })).toEqual({});
    expect(Object.keys(troubleOf({ item: "shell-basics", kind: "file" }))).toEqual(["kind"]);
    expect(Object.keys(troubleOf({ item: "__proto__", text: "a" }))).toEqual(["item"]);
    expect(evidenceInput.safeParse(form({ text: "a", userId: "x" })).success).toBe(false);
    expect(evidenceInput.safeParse(form({ text: { toString: "a" } })).success).toBe(false);
  });
});

test("a return needs a comment, an acceptance does not", () => {
  const id = "01a208fe-5ad2-7673-a1b8-578af7a8084e";
  const verdict = { cohort: "evening", learner: id, submission: id, item: "model-entities", met: [] as string[], comment: " ", verdict: "returned" };
  const parsed = verdictInput.safeParse(verdict);
  expect(Object.keys(errorsOf(parsed))).toEqual(["comment"]);
  expect(verdictInput.parse({ ...verdict, verdict: "accepted" })).toMatchObject({ comment: "", rubric: [{ met: false }, { met: false }, { met: false }] });
  const changed = verdictInput.safeParse({ ...verdict, verdict: "accepted", met: ["A line of last year."] });
  expect(Object.keys(errorsOf(changed))).toEqual(["met"]);
  expect(verdictInput.safeParse({ ...verdict, verdict: "accepted", item: "unknown" }).success).toBe(false);
});
