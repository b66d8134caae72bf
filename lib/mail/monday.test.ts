import { expect, test } from "vitest";
import { mondayMorning } from "./monday";

test("the summary belongs to Monday from seven in the morning on, where the installation is", () => {
  const at = (moment: string, zone = "Asia/Kolkata") => mondayMorning(new Date(moment), zone);
  expect(at("2026-11-23T01:29:00Z")).toBeNull();
  expect(at("2026-11-23T01:30:00Z")).toBe("2026-11-23");
  expect(at("2026-11-23T18:29:00Z")).toBe("2026-11-23");
  expect(at("2026-11-23T18:30:00Z")).toBeNull();
  expect(at("2026-11-22T20:00:00Z")).toBeNull();
  expect(at("2026-11-23T01:30:00Z", "America/New_York")).toBeNull();
});
