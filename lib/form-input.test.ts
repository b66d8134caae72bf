import { expect, test } from "vitest";
import { formOf } from "./form-input";

test.each([undefined, null, 7, "x", [], ["a", "b"], [["a", "b"]], { get: 1 }, { a: "b" }, new Map([["a", "b"]])])("where %j came in place of a form, there is nothing", (sent) => {
  expect(() => formOf(sent)).toThrow(expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" }));
});

test("a form is itself", () => {
  const form = new FormData();
  form.append("name", "Sneha");
  expect(formOf(form)).toBe(form);
});
