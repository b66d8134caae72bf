import { describe, expect, test } from "vitest";
import { dataOf, formOf } from "./form-input";

test.each([undefined, null, 7, "x", [], ["a", "b"], [["a", "b"]], { get: 1 }, { a: "b" }, new Map([["a", "b"]])])("where %j came in place of a form, there is nothing", (sent) => {
  expect(() => formOf(sent)).toThrow(expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" }));
});

test("a form is itself", () => {
  const form = new FormData();
  form.append("name", "Sneha");
  expect(formOf(form)).toBe(form);
});

describe("data", () => {
  /** As React gives what it was told to pass on: whoever looks at it fails. */
  const reference: unknown = new Proxy(() => undefined, {
    get(_, name) {
      if (name === "toJSON") return undefined;
      throw new Error("You cannot dot into a temporary client reference.");
    },
  });

  test("is what JSON has", () => {
    const sent = { owner: "a", operations: [{ clock: 1, at: "2026-11-29T00:00:00.000Z", half: "\ud800" }] };
    expect(dataOf(sent)).toEqual(sent);
  });

  test("is nothing where a reference came, and is without it where one is part of it", () => {
    expect(dataOf(reference)).toBeNull();
    expect(dataOf({ id: reference, ids: [reference], stage: "applied" })).toEqual({ ids: [null], stage: "applied" });
  });

  test("is nothing where it cannot be written", () => {
    const round: unknown[] = [];
    round.push(round);
    for (const sent of [undefined, 10n, { a: 10n }, round]) expect(dataOf(sent)).toBeNull();
  });
});
