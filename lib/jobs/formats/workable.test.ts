import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { workable } from "./workable";

const answer = readFixture(workable, "workable.json");

test("rows with the same shortcode are one listing with the places of all; a hidden place stays hidden", () => {
  expect(answer.listings).toHaveLength(2);
  expect(find(answer, "AB12")).toMatchObject({
    title: "Analyst",
    company: "Acme Works",
    places: ["Pune, Maharashtra, India", "Portugal"],
    countries: ["IN", "PT"],
    remote: true,
    employment: "full-time",
    level: "entry",
    postedAt: new Date("2026-08-05T00:00:00Z"),
    html: "<p>Count things.</p>",
    applyUrl: "https://apply.workable.com/j/AB12/apply",
  });
});

test("a row without a list of places has its own, and a level that can be two is none", () => {
  expect(find(answer, "AB13")).toMatchObject({ places: ["Chennai, Tamil Nadu, India"], countries: ["IN"], level: null, url: "https://apply.workable.com/j/AB13" });
});

test("another job under the same id is named", () => {
  expect(answer.bad).toEqual([{ where: "listing 4, “Another job under the same id”", why: "Its id “AB13” is that of “Tester” already." }]);
});

test.each([
  ["https://apply.workable.com/acme/", "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"],
  ["https://apply.workable.com/api/v1/widget/accounts/acme", "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"],
  ["https://apply.workable.com/j/AB12", null],
  ["https://acme.example", null],
])("%s is asked at %s", (typed, address) => {
  expect(workable.addressOf?.(typed)).toBe(address);
});
