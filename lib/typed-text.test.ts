import { expect, test } from "vitest";
import { isSlug } from "./typed-text";

test.each(["evening-2026", "सुबह", "a".repeat(100)])("there may be something called %j", (slug) => {
  expect(isSlug(slug)).toBe(true);
});

test.each(["a\u0000b", "\u0000", "a\nb", "\ud800", "a".repeat(101), undefined, 7, ["evening"], new File([], "x")])("there is nothing called %j", (slug) => {
  expect(isSlug(slug)).toBe(false);
});
