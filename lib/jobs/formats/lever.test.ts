import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { lever } from "./lever";

const answer = readFixture(lever, "lever.json", "https://api.lever.co/v0/postings/acme?mode=json");

test("a posting with several places, a moment in milliseconds and pay by the year", () => {
  expect(answer.bad).toEqual([]);
  expect(find(answer, "aaaa-1")).toMatchObject({
    title: "Backend Engineer",
    company: "Acme",
    places: ["Pune", "Hyderabad"],
    countries: ["IN"],
    remote: false,
    employment: "full-time",
    pay: { from: 1_200_000, to: 1_800_000, currency: "INR", period: "year" },
    postedAt: new Date(1779223091267),
    url: "https://jobs.lever.co/acme/aaaa-1",
    applyUrl: "https://jobs.lever.co/acme/aaaa-1/apply",
  });
});

test("the body is put together from its parts, each once, and an empty list goes with its heading", () => {
  expect(find(answer, "aaaa-1").html).toBe(
    "<div>We are Acme.</div><div>You will build.</div>\n<h3>What you'll do &amp; learn</h3>\n<ul><li>Write Go</li>\n<li>Run it</li></ul>\n<div>Pay depends on what you bring.</div>\n<div>Write to us.</div>",
  );
  expect(find(answer, "aaaa-2").html).toBe("<p>Plain only.</p>\n<p>A &lt; B</p>");
});

test("pay of 0 is not known, and an interval that is none of our periods is no pay", () => {
  expect(find(answer, "aaaa-2")).toMatchObject({ pay: { from: null, to: 40, currency: "USD", period: "hour" }, remote: true, employment: "contract", postedAt: null, places: ["Remote"], applyUrl: "https://jobs.lever.co/acme/aaaa-2" });
  expect(find(answer, "aaaa-3")).toMatchObject({ pay: null, remote: null, employment: null });
});

test("the answer for a site that is not there is refused", () => {
  expect(() => lever.read('{"ok":false,"error":"Document not found"}', { company: "Acme", address: null })).toThrow("It is not a list of jobs, so it is not what Lever answers.");
});

test.each([
  ["https://jobs.lever.co/acme", "https://api.lever.co/v0/postings/acme?mode=json"],
  ["https://jobs.eu.lever.co/acme/aaaa-1", "https://api.eu.lever.co/v0/postings/acme?mode=json"],
  ["https://api.lever.co/v0/postings/acme", "https://api.lever.co/v0/postings/acme?mode=json"],
  ["https://api.lever.co/v1/opportunities", null],
  ["https://www.lever.co/acme", null],
  ["https://jobs.lever.co/", null],
])("%s is asked at %s", (typed, address) => {
  expect(lever.addressOf?.(typed)).toBe(address);
});
