import { expect, test } from "vitest";
import { jobPostingOf, type Advertised } from "./job-posting";
import { sayWhere } from "./say";
import { applyLinks } from "./where-to-apply";

const listing: Advertised = {
  id: "0198", title: "Backend Developer", company: "Kaveri Payments", description: "<p>Payouts</p><script>x</script>", employment: "full-time",
  places: [{ name: "Pune, Maharashtra, India", city: "Pune", country: "IN" }], remote: true, remoteFor: "India", payFrom: 600_000, payTo: 900_000, payCurrency: "INR",
  payPeriod: "year", postedAt: new Date("2026-11-19T00:00:00Z"), validUntil: new Date("2026-12-18T00:00:00Z"), closedAt: null,
};
const url = "https://milepost.example/jobs/a";

test("all that Google asks for is there", () => {
  expect(jobPostingOf(listing, url)).toEqual({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: "Backend Developer",
    description: "<p>Payouts</p>",
    identifier: { "@type": "PropertyValue", name: "Kaveri Payments", value: "0198" },
    datePosted: "2026-11-19T00:00:00.000Z",
    validThrough: "2026-12-18T00:00:00.000Z",
    employmentType: "FULL_TIME",
    hiringOrganization: { "@type": "Organization", name: "Kaveri Payments" },
    jobLocation: [{ "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Pune", addressRegion: "Maharashtra", addressCountry: "IN" } }],
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: [{ "@type": "Country", name: "India" }],
    baseSalary: { "@type": "MonetaryAmount", currency: "INR", value: { "@type": "QuantitativeValue", minValue: 600_000, maxValue: 900_000, unitText: "YEAR" } },
    directApply: false,
    url,
  });
});

test("what is not known is left out", () => {
  const bare = jobPostingOf({ ...listing, remote: false, remoteFor: null, payFrom: null, payTo: null, payCurrency: null, payPeriod: null, employment: null, validUntil: null }, url) ?? {};
  const written = Object.keys(bare).filter((key) => bare[key] !== undefined);
  expect(written).toEqual(["@context", "@type", "title", "description", "identifier", "datePosted", "hiringOrganization", "jobLocation", "directApply", "url"]);
});

test.each([
  ["a title", { title: " " }],
  ["a company", { company: "" }],
  ["a text", { description: "<p> </p><script>x</script>" }],
  ["any place", { places: [], remote: false }],
  ["the country of its place", { places: [{ name: "Head office", city: null, country: null }], remote: false }],
  ["a country to work remotely from", { places: [], remote: true, remoteFor: null }],
  ["a country in the words of where it is remote", { places: [], remote: true, remoteFor: "CET, two hours either way" }],
])("nothing is said of a listing without %s: a search engine would refuse it", (_, change) => {
  expect(jobPostingOf({ ...listing, ...change }, url)).toBeNull();
});

test("a place without a country is left out beside one that has it, and a country to work from is enough", () => {
  const two = jobPostingOf({ ...listing, places: [{ name: "Head office", city: null, country: null }, ...listing.places] }, url);
  expect(two?.jobLocation).toHaveLength(1);
  const remote = jobPostingOf({ ...listing, places: [] }, url);
  expect(remote).toMatchObject({ jobLocationType: "TELECOMMUTE", applicantLocationRequirements: [{ "@type": "Country", name: "India" }] });
  expect(remote?.jobLocation).toBeUndefined();
});

test("what is closed ends in the past, at the earlier of the two days", () => {
  expect(jobPostingOf({ ...listing, closedAt: new Date("2026-11-20T00:00:00Z") }, url)?.validThrough).toBe("2026-11-20T00:00:00.000Z");
  expect(jobPostingOf({ ...listing, closedAt: new Date("2026-12-20T00:00:00Z") }, url)?.validThrough).toBe("2026-12-18T00:00:00.000Z");
});

test("a country alone is no locality, and a city alone has no region", () => {
  const addresses = jobPostingOf({ ...listing, places: [{ name: "Germany", city: null, country: "DE" }, { name: "Singapore", city: null, country: "SG" }, { name: "Berlin, Germany", city: null, country: "DE" }] }, url);
  expect(addresses?.jobLocation).toMatchObject([{ address: { addressCountry: "DE", addressLocality: undefined } }, { address: { addressCountry: "SG" } }, { address: { addressLocality: "Berlin", addressRegion: undefined } }]);
});

test.each([
  [{ ...listing }, "Pune, or remote in India"],
  [{ ...listing, remoteFor: null }, "Pune, or remote"],
  [{ ...listing, places: [] }, "Remote in India"],
  [{ ...listing, remote: false, places: [...listing.places, { name: "Berlin, Germany", city: null, country: "DE" }] }, "Pune or Berlin, Germany"],
  [{ ...listing, places: [], remoteFor: "CET, two hours either way" }, "Remote (CET, two hours either way)"],
  [{ ...listing, places: [], remote: false }, "No place is stated"],
])("where a job is is said in words (%#)", (where, said) => {
  expect(sayWhere(where)).toBe(said);
});

test("one applies at each address once, and only where a browser may go", () => {
  const postings = [
    { sourceName: "A", url: "https://a.example/1", applyUrl: "https://www.a.example/apply" },
    { sourceName: "B", url: "https://b.example/1", applyUrl: "javascript:alert(1)" },
    { sourceName: "C", url: "https://b.example/1", applyUrl: null },
    { sourceName: "D", url: null, applyUrl: "mailto:jobs@d.example" },
  ];
  expect(applyLinks(postings)).toEqual([
    { href: "https://www.a.example/apply", host: "a.example", sourceName: "A" },
    { href: "https://b.example/1", host: "b.example", sourceName: "B" },
  ]);
});
