import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { recruitee } from "./recruitee";

const answer = readFixture(recruitee, "recruitee.json");

test("pay as text, a moment that is not ISO 8601, and the source's own language text", () => {
  expect(find(answer, "2700001")).toEqual({
    externalId: "2700001",
    title: "Backend-Entwickler (m/w/d)",
    company: "Acme",
    places: ["Berlin, Germany", "Anywhere in India"],
    countries: ["DE", "IN"],
    remote: false,
    remoteFor: null,
    employment: "full-time",
    level: "mid",
    pay: { from: 60_000, to: 75_000, currency: "EUR", period: "year" },
    postedAt: new Date("2026-08-05T09:41:37Z"),
    validUntil: new Date("2026-09-30T21:59:59Z"),
    html: "<p>Du baust Dienste.</p>\n<ul><li>Go</li></ul>",
    language: "de",
    url: "https://acme.recruitee.com/o/backend-entwickler",
    applyUrl: "https://acme.recruitee.com/o/backend-entwickler/c/new",
  });
});

test("pay of 0 is not known, a date that is none is null, and what is not published is left out", () => {
  expect(find(answer, "2700002")).toMatchObject({ pay: null, postedAt: null, places: ["Pune"], language: null, company: "Acme" });
  expect(answer.listings).toHaveLength(2);
  expect(answer.bad).toEqual([]);
});

test.each([
  ["https://acme.recruitee.com/o/backend", "https://acme.recruitee.com/api/offers"],
  ["https://www.recruitee.com", null],
  ["https://acme.example", null],
])("%s is asked at %s", (typed, address) => {
  expect(recruitee.addressOf?.(typed)).toBe(address);
});
