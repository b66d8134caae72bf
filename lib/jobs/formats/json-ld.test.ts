import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { jsonLd } from "./json-ld";

const ADDRESS = "https://acme.example/careers";
const page = readFixture(jsonLd, "json-ld.html", ADDRESS);
const one = (node: object) => jsonLd.read(`<script type="application/ld+json">${JSON.stringify({ "@type": "JobPosting", title: "Tester", ...node })}</script>`, { company: "Acme", address: ADDRESS }).listings[0];

test("a posting in @graph, with its company elsewhere on the page", () => {
  expect(find(page, "J-1")).toEqual({
    externalId: "J-1",
    title: "Backend Engineer & more",
    company: "Acme Graph",
    places: ["Pune, Maharashtra, India", "Chennai, Tamil Nadu"],
    countries: ["IN"],
    remote: true,
    remoteFor: "India, Nepal",
    employment: "contract",
    level: null,
    pay: { from: 60_000, to: 90_000, currency: "INR", period: "month" },
    postedAt: new Date("2026-06-22T00:00:00Z"),
    validUntil: new Date("2026-08-31T23:59:59+05:30"),
    html: "<p>Build &amp; run.</p>",
    language: null,
    url: "https://acme.example/careers/j-1",
    applyUrl: "https://acme.example/careers/j-1",
  });
});

test("several postings deep within a page, known again by title and place", () => {
  expect(page.listings.map(({ externalId }) => externalId)).toEqual(["J-1", "Technician | Surat, IN", "Technician | Indore, IN"]);
  expect(find(page, "Technician | Surat, IN")).toMatchObject({ company: "Acme Works", pay: { from: 22, to: 22, currency: "USD", period: "hour" }, html: "<p>Two lines of text</p>", url: ADDRESS });
  expect(find(page, "Technician | Indore, IN")).toMatchObject({ company: "Acme", employment: "full-time", pay: { from: 140_000, to: 240_000, currency: "USD", period: "year" }, postedAt: null, remote: null });
});

test("a script that speaks of jobs and is broken, and a posting without a title, are named", () => {
  expect(page.bad).toEqual([
    { where: "script 2 of the page", why: "It is not valid JSON. It may have been cut off." },
    { where: "listing 4", why: "It has no id." },
  ]);
});

test.each([
  ["a number for all", { currency: "EUR", value: 50_000, unitText: "YEAR" }, { from: 50_000, to: 50_000, currency: "EUR", period: "year" }],
  ["the least alone", { currency: "EUR", value: { minValue: "50000.00", unitText: "ANNUAL" } }, { from: 50_000, to: null, currency: "EUR", period: "year" }],
  ["0, which is not known", { currency: "EUR", value: { minValue: 0, maxValue: 0, unitText: "YEAR" } }, null],
  ["no period", { currency: "EUR", value: { value: 10 } }, null],
  ["a range of words", "15 to 20 lakh", null],
])("pay as %s", (_name, baseSalary, pay) => {
  expect(one({ baseSalary })?.pay).toEqual(pay);
});

test.each([
  ["FULL_TIME", "full-time"],
  ["PART_TIME", "part-time"],
  ["CONTRACTOR", "contract"],
  ["TEMPORARY", "temporary"],
  ["INTERN", "internship"],
  ["VOLUNTEER", null],
  ["PER_DIEM", null],
])("employmentType %s is %s", (employmentType, employment) => {
  expect(one({ employmentType })?.employment).toBe(employment);
});

test("one place, a place as a word, and one country where one may live", () => {
  expect(one({ jobLocation: { "@type": "Place", address: { addressLocality: "Pune", addressCountry: "in" } } })).toMatchObject({ places: ["Pune, in"], countries: ["IN"] });
  expect(one({ jobLocation: "Pune" })).toMatchObject({ places: ["Pune"], countries: [] });
  expect(one({ jobLocationType: "TELECOMMUTE", applicantLocationRequirements: { "@type": "Country", name: "India" } })).toMatchObject({ remote: true, remoteFor: "India", places: [] });
});

test("a page without structured data is refused, and one with other data has no listings", () => {
  expect(() => jsonLd.read("<html><body>Jobs</body></html>", { company: "Acme", address: ADDRESS })).toThrow(/no structured data/);
  expect(jsonLd.read('<script type="application/ld+json">{"@type":"WebSite"}</script>', { company: "Acme", address: ADDRESS })).toEqual({ listings: [], bad: [], more: [] });
});
