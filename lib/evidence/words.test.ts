import { expect, test } from "vitest";
import { readQueuePlace, writeQueuePlace } from "./queue-place";
import { sayWaiting } from "./words";

test("waiting is said in hours for two days, then in days", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const after = (hours: number) => sayWaiting(new Date(now.getTime() - hours * 3_600_000), now);
  expect([0.5, 1, 47, 48, 75, 240].map(after)).toEqual(["less than an hour", "1 hour", "47 hours", "2 days", "3 days", "10 days"]);
});

test("a place in the queue survives the address, and anything else is its beginning", () => {
  const place = { handedInAt: new Date("2026-11-22T12:00:00.123Z"), submissionId: "01a208fe-5ad2-7673-a1b8-578af7a8084e" };
  expect(readQueuePlace(writeQueuePlace(place))).toEqual(place);
  for (const value of [undefined, "", "x_y", `_${place.submissionId}`, ["a"], "2026-11-22_' or 1=1"]) expect(readQueuePlace(value)).toBeUndefined();
});
