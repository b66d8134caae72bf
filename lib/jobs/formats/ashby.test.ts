import { expect, test } from "vitest";
import { ashby } from "./ashby";
import { find, readFixture } from "./fixtures/fixture";

const answer = readFixture(ashby, "ashby.json");

test("what is not listed is left out without a word", () => {
  expect(answer.listings.map(({ externalId }) => externalId)).toEqual(["b-1", "b-3", "b-4"]);
  expect(answer.bad).toEqual([]);
});

test("second places and their countries are kept, and a hybrid job is not remote", () => {
  expect(find(answer, "b-1")).toMatchObject({
    title: "Senior Backend Engineer",
    places: ["Bengaluru, Karnataka", "Toronto, Ontario"],
    countries: ["IN", "CA"],
    remote: false,
    employment: "full-time",
    postedAt: new Date("2026-04-20T22:43:56.531Z"),
    html: "<h2>About</h2><p>Go.</p>",
  });
});

test("pay is the salary and not the equity, and may be there with nothing in it, or kept back", () => {
  expect(find(answer, "b-1").pay).toEqual({ from: 3_000_000, to: 4_000_000, currency: "INR", period: "year" });
  expect(find(answer, "b-3").pay).toBeNull();
  expect(find(answer, "b-4").pay).toBeNull();
});

test("a date that is none, a region that is no country, and plain text", () => {
  expect(find(answer, "b-3")).toMatchObject({ postedAt: null, countries: [], places: ["Europe"], remote: true, employment: "internship", html: "<p>ABOUT</p>\n<p>We build.</p>" });
});

test.each([
  ["https://jobs.ashbyhq.com/acme", "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true"],
  ["https://api.ashbyhq.com/posting-api/job-board/acme", "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true"],
  ["https://jobs.ashbyhq.com", null],
  ["https://acme.example", null],
])("%s is asked at %s", (typed, address) => {
  expect(ashby.addressOf?.(typed)).toBe(address);
});
