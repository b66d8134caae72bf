import { expect, test } from "vitest";
import { find, fixture, readFixture } from "./fixtures/fixture";
import { personio } from "./personio";

const ADDRESS = "https://acme.jobs.personio.de/xml?language=en";
const context = { company: "Acme", address: ADDRESS };
const answer = readFixture(personio, "personio.xml", ADDRESS);

test("one position alone is read, with its sections from CDATA", () => {
  expect(answer.bad).toEqual([]);
  expect(find(answer, "0042")).toEqual({
    externalId: "0042",
    title: "Backend Engineer – Data",
    company: "Acme & Söhne SE",
    places: ["Munich", "Berlin"],
    countries: [],
    remote: null,
    remoteFor: null,
    employment: "full-time",
    level: "entry",
    pay: null,
    postedAt: new Date("2024-11-13T13:10:41Z"),
    validUntil: null,
    html: "<h3>Your role</h3>\n<p>Build &amp; run <b>services</b>.</p>\n<h3>Profile</h3>\n<ul><li>Go</li></ul>",
    language: "en",
    url: "https://acme.jobs.personio.de/job/0042",
    applyUrl: "https://acme.jobs.personio.de/job/0042",
  });
});

test("the same id twice is one listing with the places of both", () => {
  const [position = ""] = /<position>[\s\S]*<\/position>/.exec(fixture("personio.xml")) ?? [];
  const twice = personio.read(`<workzag-jobs>${position}${position.replace("Munich", "Pune")}</workzag-jobs>`, context);
  expect(twice.listings.map(({ externalId, places }) => [externalId, places])).toEqual([["0042", ["Munich", "Berlin", "Pune"]]]);
  expect(twice.bad).toEqual([]);
});

test.each(["<workzag-jobs></workzag-jobs>", "<?xml version='1.0'?>\n<workzag-jobs/>"])("an empty board is a board: %s", (body) => {
  expect(personio.read(body, context)).toEqual({ listings: [], bad: [], more: [] });
});

test("a position without a name is named by its place in the list", () => {
  expect(personio.read("<workzag-jobs><position><id>1</id></position></workzag-jobs>", context).bad).toEqual([{ where: "listing 1", why: "It has no title." }]);
});

test("other XML is refused", () => {
  expect(() => personio.read("<rss><channel/></rss>", context)).toThrow("It has no element “workzag-jobs”, so it is not what Personio answers.");
});

test.each([
  ["https://acme.jobs.personio.de", "https://acme.jobs.personio.de/xml"],
  ["acme.jobs.personio.com/job/1?language=en", "https://acme.jobs.personio.com/xml?language=en"],
  ["https://www.personio.de", null],
])("%s is asked at %s", (typed, address) => {
  expect(personio.addressOf?.(typed)).toBe(address);
});
