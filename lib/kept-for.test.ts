import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptFor } from "./kept-for";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("all who come within the time get one answer, and whoever comes later a new one", async () => {
  const find = vi.fn(() => Promise.resolve(find.mock.calls.length));
  const ask = keptFor(100, find);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  vi.advanceTimersByTime(99);
  expect(await ask()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await ask()).toBe(2);
});

test("what failed is asked again at once", async () => {
  const find = vi.fn(() => (find.mock.calls.length === 1 ? Promise.reject(new Error("no database")) : Promise.resolve("found")));
  const ask = keptFor(60_000, find);
  await expect(ask()).rejects.toThrow("no database");
  expect(await ask()).toBe("found");
});
