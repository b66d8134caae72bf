import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { pinpoint } from "./pinpoint";

const answer = readFixture(pinpoint, "pinpoint.json", "https://acme.pinpointhq.com/postings.json");

test("sections are put together under their headings", () => {
  expect(find(answer, "post-1").html).toBe("<p>Lead the roadmap.</p>\n<h3>What you will do</h3>\n<ul><li>Decide.</li></ul>\n<h3>Skills &amp; more</h3>\n<p>SQL.</p>");
  expect(find(answer, "post-2").html).toBe("<p>Deliver.</p>\n<h3>Benefits</h3>\n<p>Tea.</p>");
});

test("pay, deadline, place and a link that was relative", () => {
  expect(find(answer, "post-1")).toMatchObject({
    company: "Acme",
    places: ["United States"],
    remote: true,
    employment: "full-time",
    pay: { from: 135_000, to: 198_000, currency: "USD", period: "year" },
    postedAt: null,
    validUntil: new Date("2026-08-29T03:59:59Z"),
    url: "https://acme.pinpointhq.com/en/postings/post-1",
  });
});

test("pay that is not meant to be seen is not read", () => {
  expect(find(answer, "post-2")).toMatchObject({ pay: null, remote: false });
});

test.each([
  ["https://acme.pinpointhq.com/en", "https://acme.pinpointhq.com/postings.json"],
  ["https://www.pinpointhq.com", null],
])("%s is asked at %s", (typed, address) => {
  expect(pinpoint.addressOf?.(typed)).toBe(address);
});
