import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { UnreadableSource } from "./format";
import { greenhouse } from "./greenhouse";

const answer = readFixture(greenhouse, "greenhouse.json", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true");

test("content that is escaped twice becomes HTML, and what it says stays escaped", () => {
  expect(find(answer, "4100001").html).toBe("<p>You build <strong>payments</strong> &amp; ledgers.&nbsp;You&rsquo;ll use Go.</p>\n<ul>\n<li>1 &lt; 2</li>\n</ul>");
  expect(find(answer, "4100002").html).toBe("<p>Already HTML &amp; so left alone.</p>");
});

test("a listing is posted when it was first published, with its offset, and a deadline may be missing", () => {
  expect(find(answer, "4100001")).toMatchObject({
    title: "Backend Engineer (Payments)",
    company: "Acme",
    places: ["Pune, India", "Remote, India"],
    employment: "full-time",
    pay: null,
    postedAt: new Date("2026-07-17T03:55:32Z"),
    validUntil: null,
    language: "en",
    url: "https://boards.greenhouse.io/acme/jobs/4100001",
    applyUrl: "https://boards.greenhouse.io/acme/jobs/4100001",
  });
});

test("a date that is no date and an address that is none of the web are not known", () => {
  expect(find(answer, "4100002")).toMatchObject({ postedAt: null, validUntil: new Date("2026-12-31T23:59:59+05:30"), url: null, company: "Acme" });
});

test("rows without title or id are named and left out", () => {
  expect(answer.bad).toEqual([
    { where: "listing 3", why: "It has no title." },
    { where: "listing 4, “No id here”", why: "It has no id." },
    { where: "listing 5", why: "It is not an object with fields." },
  ]);
  expect(answer.listings).toHaveLength(2);
});

test("the answer for a board that is not there is refused", () => {
  expect(() => greenhouse.read('{"status":404,"error":"Job not found"}', { company: "Acme", address: null })).toThrow(new UnreadableSource("It has no list “jobs”, so it is not what Greenhouse answers."));
});

test("a board without listings is a board", () => {
  expect(greenhouse.read('{"jobs":[],"meta":{"total":0}}', { company: "Acme", address: null })).toEqual({ listings: [], bad: [], more: [] });
});

test.each([
  ["https://boards.greenhouse.io/acme", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"],
  ["job-boards.greenhouse.io/acme/jobs/4100001", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"],
  ["https://boards.greenhouse.io/embed/job_board?for=acme", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"],
  ["http://boards-api.greenhouse.io/v1/boards/acme/jobs", "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"],
  ["https://boards.greenhouse.io/", null],
  ["https://greenhouse.io.evil.example/acme", null],
  ["acme", null],
])("%s is asked at %s", (typed, address) => {
  expect(greenhouse.addressOf?.(typed)).toBe(address);
});
