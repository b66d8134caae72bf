import { expect, test } from "vitest";
import { fieldsOf, formOf } from "./form-input";

test.each([undefined, null, 7, "x", [], ["a", "b"], [["a", "b"]], { get: 1 }, { a: "b" }, new Map([["a", "b"]])])("%j in place of a form is one without fields", (sent) => {
  expect(fieldsOf(formOf(sent))).toEqual({});
});

test("a form is itself", () => {
  const form = new FormData();
  form.append("name", "Sneha");
  expect(formOf(form)).toBe(form);
});
