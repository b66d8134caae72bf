import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTurn } from "./pace";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const takes = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

test("a host is asked one thing at a time, a second apart, in the order of asking; another host need not wait", async () => {
  const begun: [string, number][] = [];
  const start = performance.now();
  const ask = (host: string, name: string) =>
    inTurn(host, async () => {
      begun.push([name, Math.round(performance.now() - start)]);
      await takes(500);
      return name;
    });
  const answers = Promise.all([ask("a.example", "first"), ask("a.example", "second"), ask("b.example", "other"), ask("a.example", "third")]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answers).toEqual(["first", "second", "other", "third"]);
  expect(begun).toEqual([["first", 0], ["other", 0], ["second", 1_500], ["third", 3_000]]);
});

test("one that fails is told to who asked, and holds nobody up", async () => {
  const failing = inTurn("c.example", () => Promise.reject(new Error("broken")));
  const next = inTurn("c.example", () => Promise.resolve("well"));
  await expect(failing).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await next).toBe("well");
});

test("who comes later than a second after the last one does not wait", async () => {
  await inTurn("d.example", () => Promise.resolve());
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await inTurn("d.example", () => Promise.resolve("at once"))).toBe("at once");
});
