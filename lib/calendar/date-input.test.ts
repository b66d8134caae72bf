import { expect, test } from "vitest";
import { day, moment } from "./date-input";

test("a day and a moment are of this century", () => {
  expect(day.parse("2026-11-29")).toBe("2026-11-29");
  expect(moment.parse("2026-11-29T10:00:00.000Z")).toEqual(new Date("2026-11-29T10:00:00Z"));
});

test.each(["", "0000-01-01", "1999-12-31", "2100-01-01", "2026-02-30", "+275760-09-13", "20261129", "infinity", "now"])("%j is no day, and nothing of it a moment", (value) => {
  expect(day.safeParse(value).success).toBe(false);
  expect(moment.safeParse(value).success).toBe(false);
  expect(moment.safeParse(`${value}T00:00:00.000Z`).success).toBe(false);
});
