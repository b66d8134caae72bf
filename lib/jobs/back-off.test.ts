import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backOff, endRest, restOf } from "./back-off";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a host that says how long is left alone for so long", () => {
  expect(restOf("a.example")).toBe(0);
  expect(backOff("a.example", 90)).toBe(90);
  expect([restOf("a.example"), restOf("b.example")]).toEqual([90, 0]);
  vi.advanceTimersByTime(60_000);
  expect(restOf("a.example")).toBe(30);
  vi.advanceTimersByTime(30_000);
  expect(restOf("a.example")).toBe(0);
});

test("one that does not say is left alone for twice as long each time, up to an hour, until it answers", () => {
  expect(Array.from({ length: 8 }, () => backOff("c.example", null))).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  expect(backOff("c.example", 0)).toBe(3_600);
  endRest("c.example");
  expect([restOf("c.example"), backOff("c.example", null)]).toEqual([0, 60]);
});
