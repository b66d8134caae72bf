import { expect, test } from "vitest";
import { addDays, dayOf, daysBetween, sayDate } from "./days";

test("a moment falls on the day of the time zone", () => {
  const late = new Date("2026-11-22T20:00:00Z");
  expect(dayOf(late, "Asia/Kolkata")).toBe("2026-11-23");
  expect(dayOf(late, "America/New_York")).toBe("2026-11-22");
});

test("days are counted across months, years and changes of the clock", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
  expect(daysBetween("2026-04-01", "2026-03-31")).toBe(-1);
});

test("a date names its year only where it could be mistaken", () => {
  expect(sayDate("2026-11-27", { weekday: true })).toBe("Friday, 27 November");
  expect(sayDate("2026-11-27", { today: "2026-11-01" })).toBe("27 November");
  expect(sayDate("2027-01-05", { today: "2026-11-01" })).toBe("5 January 2027");
});
