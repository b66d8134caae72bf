import { expect, test } from "vitest";
import { morningOf } from "./morning";

test("a morning begins at seven where the installation is, and ends with its day", () => {
  const at = (moment: string, zone = "Asia/Kolkata") => morningOf(new Date(moment), zone);
  const monday = { day: "2026-11-23", isMonday: true };
  expect(at("2026-11-23T01:29:00Z")).toBeNull();
  expect(at("2026-11-23T01:30:00Z")).toEqual(monday);
  expect(at("2026-11-23T18:29:00Z")).toEqual(monday);
  expect(at("2026-11-23T18:30:00Z")).toBeNull();
  expect(at("2026-11-24T01:30:00Z")).toEqual({ day: "2026-11-24", isMonday: false });
  expect(at("2026-11-22T20:00:00Z")).toBeNull();
  expect(at("2026-11-23T01:30:00Z", "America/New_York")).toEqual({ day: "2026-11-22", isMonday: false });
});
