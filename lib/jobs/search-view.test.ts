import fc from "fast-check";
import { expect, test } from "vitest";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { CITIES } from "./places";
import { AGES, currencyOf, isNarrowed, listingQuery, listingsHref, readListingQuery, readListingView, sayView, SORTS } from "./search-view";

const ALL = { q: "", role: null, skill: [], place: null, remote: false, level: null, pay: null, age: null, sort: "newest", after: null };

test("an empty address asks for all listings, the newest first", () => {
  expect(readListingView({})).toEqual(ALL);
  expect(listingsHref(readListingView({}))).toBe("/jobs");
});

test("every part of an address is read", () => {
  const address = "q=node+api&role=backend-developer&skill=apis&skill=testing&place=in-pune&remote=1&level=entry&pay=INR&age=7&sort=pay&after=900000-01a2b3c4-0000-7000-8000-000000000001";
  const view = readListingQuery(address);
  expect(view).toEqual({
    q: "node api", role: "backend-developer", skill: ["apis", "testing"], place: "in-pune", remote: true, level: "entry", pay: "INR", age: 7, sort: "pay",
    after: { value: 900_000, id: "01a2b3c4-0000-7000-8000-000000000001" },
  });
  expect(listingQuery(view, { after: view.after })).toBe(address);
});

test("unknown values are left out, and the rest of the address still counts", () => {
  const view = readListingView({
    q: ["two", "of them"], role: "astronaut", skill: ["apis", "juggling"], place: "in-atlantis", remote: "yes", level: "guru", pay: "shells", age: "8", sort: "luck", after: "7-not-an-id",
  });
  expect(view).toEqual({ ...ALL, skill: ["apis"] });
  for (const place of ["zz", "xx", "IN", "in-", "in-Pune"]) expect(readListingView({ place }).place, place).toBeNull();
  for (const place of ["in", "de", "in-navi-mumbai"]) expect(readListingView({ place }).place).toBe(place);
});

test("one view has one address, however its own was written", () => {
  expect(listingsHref(readListingQuery("sort=newest&skill=testing&remote=&q=+node%20%20api+&skill=apis&skill=apis&age="))).toBe("/jobs?q=node+api&skill=apis&skill=testing");
});

test("whatever changes but the page itself begins at the first page", () => {
  const view = readListingQuery("q=node&after=5-01a2b3c4-0000-7000-8000-000000000001");
  expect(listingsHref(view, { remote: true })).toBe("/jobs?q=node&remote=1");
});

test("words are cut, and broken ones mended", () => {
  expect(readListingView({ q: "x".repeat(500) }).q).toHaveLength(200);
  expect(readListingView({ q: "a\0b\ud800" }).q).toBe("ab\ufffd");
});

test("the order and the page make no search of their own", () => {
  expect(isNarrowed(readListingQuery("sort=pay&after=5-01a2b3c4-0000-7000-8000-000000000001"))).toBe(false);
  expect(isNarrowed(readListingQuery("age=7"))).toBe(true);
});

test("pay is compared in rupees unless another currency is asked for", () => {
  expect(["", "pay=stated", "pay=EUR"].map((query) => currencyOf(readListingQuery(query)))).toEqual(["INR", "INR", "EUR"]);
});

test("a search is said in words", () => {
  expect(sayView(readListingQuery("q=node&role=backend-developer&place=in-pune&remote=1&level=entry&pay=stated&age=7"))).toBe(
    "“node”, Backend Developer, Pune, remote, entry level, pay stated, of the last 7 days",
  );
  expect(sayView(readListingQuery("place=in&pay=EUR&sort=pay"))).toBe("India, pay stated in EUR");
  expect(sayView(readListingQuery(""))).toBe("All listings");
});

test("a view goes into its address and comes back the same", () => {
  const views = fc.record({
    q: fc.string({ maxLength: 60 }).map((q) => readListingView({ q }).q),
    role: fc.constantFrom(null, ...roles.map(({ slug }) => slug)),
    skill: fc.uniqueArray(fc.constantFrom(...skills.map(({ slug }) => slug)), { maxLength: 5 }).map((slugs) => slugs.sort()),
    place: fc.constantFrom(null, "in", "de", ...CITIES.map(([key]) => key)),
    remote: fc.boolean(),
    level: fc.constantFrom(null, "entry" as const, "mid" as const, "senior" as const),
    pay: fc.constantFrom(null, "stated" as const, "INR" as const, "USD" as const),
    age: fc.constantFrom(null, ...AGES),
    sort: fc.constantFrom(...SORTS),
    after: fc.option(fc.record({ value: fc.integer({ min: 0, max: 4_000_000_000_000_000 }), id: fc.uuid() })),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(readListingQuery(listingQuery(view, { after: view.after }))).toEqual(view);
    }),
  );
});
