import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { teamtailor } from "./teamtailor";

const answer = readFixture(teamtailor, "teamtailor.json", "https://acme.teamtailor.com/jobs.json");

test("an item of the feed with its JobPosting", () => {
  expect(find(answer, "20fafb7d")).toMatchObject({
    title: "Backend Engineer",
    company: "Acme Sweden",
    places: ["Stockholm, Sweden, SE", "København, DK"],
    countries: ["SE", "DK"],
    remote: true,
    employment: "full-time",
    postedAt: new Date("2026-02-04T08:26:20Z"),
    html: "<p>Build services.</p>",
    url: "https://acme.teamtailor.com/jobs/1-backend-engineer",
  });
});

test("an item without one has what the feed says, and its link becomes absolute", () => {
  expect(find(answer, "a52c9a45")).toMatchObject({ title: "Tester", company: "Acme", places: [], postedAt: null, html: "", url: "https://acme.teamtailor.com/jobs/2-tester" });
  expect(answer.bad).toEqual([]);
});

test("another JSON with items is refused", () => {
  expect(() => teamtailor.read('{"items":[]}', { company: "Acme", address: null })).toThrow(/not what Teamtailor answers/);
});

test.each([
  ["https://acme.teamtailor.com", "https://acme.teamtailor.com/jobs.json"],
  ["https://career.acme.example/en/jobs", "https://career.acme.example/en/jobs.json"],
  ["https://career.acme.example/jobs.json?page=2", "https://career.acme.example/jobs.json?page=2"],
  ["https://career.acme.example/about/us", null],
])("%s is asked at %s", (typed, address) => {
  expect(teamtailor.addressOf?.(typed)).toBe(address);
});
