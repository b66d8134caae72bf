import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { json } from "./json";

const file = readFixture(json, "listings.json");

test("an object with everything", () => {
  expect(find(file, "42")).toEqual({
    externalId: "42",
    title: "Backend Engineer",
    company: "Acme Labs",
    places: ["Pune, India", "Chennai"],
    countries: ["IN"],
    remote: true,
    remoteFor: "India",
    employment: "full-time",
    level: "entry",
    pay: { from: 600_000, to: 900_000, currency: "INR", period: "year" },
    postedAt: new Date("2026-11-01T00:00:00Z"),
    validUntil: new Date("2026-12-31T23:59:59+05:30"),
    html: "<h2>Role</h2>\n<ul>\n<li>Go</li>\n</ul>",
    language: "en",
    url: "https://acme.example/jobs/42",
    applyUrl: "https://acme.example/jobs/42/apply",
  });
});

test("an object with little", () => {
  expect(find(file, "https://acme.example/jobs/43")).toMatchObject({ title: "Tester", company: "Acme", places: ["Pune", "Nashik"], pay: null, remote: null, html: "" });
});

test("objects that cannot be used are named", () => {
  expect(file.bad).toEqual([
    { where: "listing 3, “Wrong level”", why: "“wizard” is no level: entry, mid or senior." },
    { where: "listing 4", why: "It has no title." },
    { where: "listing 5", why: "It is not an object with fields." },
  ]);
});

test("what is no list is refused", () => {
  expect(() => json.read('{"title":"Tester"}', { company: "Acme", address: null })).toThrow(/It is not a list/);
});
