import { expect, test } from "vitest";
import { dateOf, momentOf, untilOf } from "./dates";

test.each([
  ["2026-08-05", "2026-08-05T00:00:00.000Z"],
  ["2026-08-05T09:41", "2026-08-05T09:41:00.000Z"],
  ["2026-08-05T09:41:37", "2026-08-05T09:41:37.000Z"],
  ["2026-08-05 09:41:37 UTC", "2026-08-05T09:41:37.000Z"],
  ["2026-07-16T23:55:32-04:00", "2026-07-17T03:55:32.000Z"],
  ["2026-07-16T23:55:32+0530", "2026-07-16T18:25:32.000Z"],
  ["2026-06-11T14:26:58.0305458+02:00", "2026-06-11T12:26:58.030Z"],
  ["2026-06-11T14:26:58.5Z", "2026-06-11T14:26:58.500Z"],
  ["Fri, 24 Jul 2026 07:56:58 GMT", "2026-07-24T07:56:58.000Z"],
  ["24 Jul 2026 07:56:58 +0530", "2026-07-24T02:26:58.000Z"],
  ["Fri, 24 Jul 2026", "2026-07-24T00:00:00.000Z"],
  ["Fri, 24 Jul 2026 07:56", "2026-07-24T07:56:00.000Z"],
])("%s is %s", (text, moment) => {
  expect(dateOf(text)?.toISOString()).toBe(moment);
});

test.each(["", "soon", "05/08/2026", "2026-02-30", "2026-13-01", "2026-08-05T25:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31", "Fri, 45 Jul 2026 07:56:58 GMT", "1779223091267", 1779223091267, null, undefined, {}])(
  "%j is no date",
  (value) => {
    expect(dateOf(value)).toBeNull();
  },
);

test("a last day counts to its end, a last moment as it is", () => {
  expect(untilOf("2026-12-31")?.toISOString()).toBe("2026-12-31T18:29:59.000Z");
  expect(untilOf("2026-12-31T10:00:00Z")?.toISOString()).toBe("2026-12-31T10:00:00.000Z");
  expect(untilOf("never")).toBeNull();
});

test("milliseconds are a moment, and other numbers and words are not", () => {
  expect(momentOf(1779223091267)).toEqual(new Date(1779223091267));
  expect(momentOf(12)).toBeNull();
  expect(momentOf(1e300)).toBeNull();
  expect(momentOf("1779223091267")).toBeNull();
});
