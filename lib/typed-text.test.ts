import { describe, expect, test } from "vitest";
import { KEPT, MADE_OF, REFUSED, TWINS } from "./fixtures/texts";
import { isSlug, isUuid, line, lines } from "./typed-text";

test.each(["evening-2026", "सुबह", "a".repeat(100)])("there may be something called %j", (slug) => {
  expect(isSlug(slug)).toBe(true);
});

test.each(["a\u0000b", "\u0000", "a\nb", "\ud800", "a".repeat(101), undefined, 7, ["evening"], new File([], "x")])("there is nothing called %j", (slug) => {
  expect(isSlug(slug)).toBe(false);
});

test("only an id is asked for", () => {
  const id = "01920000-0000-7000-8000-000000000000";
  expect([id, "new", `${id}x`, [id], undefined].map(isUuid)).toEqual([true, false, false, false, false]);
});

describe.each([["one line", line(200)], ["several lines", lines(200)]] as const)("%s", (_, schema) => {
  test.each(KEPT)("%j is kept as it is", (text) => {
    expect(text).toBe(text.normalize("NFC"));
    expect(schema.parse(text)).toBe(text);
  });

  test.each(TWINS)("%j and its twin %j are the same", (one, other) => {
    expect(other).not.toBe(one);
    expect(schema.parse(other)).toBe(schema.parse(one));
  });

  test.each(MADE_OF)("of %j is made %j", (typed, kept) => {
    expect(schema.parse(typed)).toBe(kept);
  });

  test.each(REFUSED.filter((text) => text !== "a\nb"))("%j is refused", (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });

  test("an emoji is as long as the characters it is made of, however many units they take", () => {
    expect(schema.safeParse("😀".repeat(200)).success).toBe(true);
    expect(schema.safeParse("😀".repeat(201)).success).toBe(false);
  });
});

test("several lines keep their ends, in one form", () => {
  expect(lines(200).parse("एक\r\nदो\rतीन\n\n\tचार")).toBe("एक\nदो\nतीन\n\n चार");
  expect(line(200).safeParse("a\nb").success).toBe(false);
});
