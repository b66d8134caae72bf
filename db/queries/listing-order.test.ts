import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { seeded } from "@/db/seed/random";
import { findInOrder, MOST_COUNTED } from "./listing-order";
import { searchListings, type FoundListings, type ListingSearch } from "./listings";

// So many that a look at the next ones does not reach all of them: every way to a page is gone.
const LISTINGS = 9_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const ALL: ListingSearch = { q: "", role: null, skill: [], place: null, remote: false, level: null, pay: null, age: null, sort: "newest", after: null };

/** In all listings of this file and in no other. */
const TAG = `zq${randomUUID().replaceAll("-", "").slice(0, 10)}`;

/** In two of five listings, none of them among the newest: of the last two days, and of the last month. */
const SETTLED = `${TAG}-settled`;
const OLD = `${TAG}-old`;

const random = seeded(1);

type Row = typeof listings.$inferInsert & { words: string };

/** Words in four of five, in one of twenty, in one of a hundred and in few; some only in the oldest third, some only in the newest. */
function rowOf(number: number): Row {
  const id = randomUUID();
  const roll = (times: number) => random() * times < 1;
  const daysAgo = random() < 0.3 ? Math.floor(random() * 60) : random() * 60;
  const says = (word: string, there: boolean) => (there ? [word] : []);
  const pay = roll(2) ? 100_000 + 10_000 * Math.floor(random() * 90) : null;
  return {
    id, slug: id, identity: id, hash: id, title: "Backend Engineer", company: `Company ${number % 7}`, places: [], description: "", asks: [],
    placeKeys: [TAG, ...says("in-often", roll(2)), ...says("in-seldom", roll(90)), ...says(SETTLED, daysAgo > 2 && random() < 0.42), ...says(OLD, daysAgo > 36)],
    skills: [...says("testing", roll(3)), ...says("ci-cd", roll(30))],
    remote: roll(4), role: roll(5) ? "backend-developer" : null, level: roll(3) ? "entry" : null,
    payYearly: pay, payFrom: pay, payCurrency: pay === null ? null : roll(3) ? "EUR" : "INR", payPeriod: pay === null ? null : "year",
    postedAt: new Date(Date.UTC(2026, 0, 1) - daysAgo * DAY_MS),
    validUntil: roll(4) ? new Date(Date.now() + (roll(5) ? -DAY_MS : DAY_MS)) : null,
    closedAt: roll(10) ? new Date() : null,
    words: [
      TAG, ...says("common", !roll(5)), ...says("kafka", roll(20)), ...says("kafkaesque", roll(100)), ...says("zymurgy", roll(900)), ...says("c", roll(8)),
      ...says("ancient", daysAgo > 40), ...says("ancestral", daysAgo > 40 && roll(2)), ...says("fresh", daysAgo < 4),
    ].join(" "),
  };
}

const rows = Array.from({ length: LISTINGS }, (_, number) => rowOf(number));

/** So many rows take longer than a request may wait, where much else is done. */
const unhurried = (work: Parameters<typeof db.transaction>[0]) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await work(tx);
  });

beforeAll(
  () =>
    unhurried(async (tx) => {
      for (let from = 0; from < rows.length; from += 1_000) await tx.insert(listings).values(rows.slice(from, from + 1_000));
    }),
  120_000,
);

afterAll(() => unhurried((tx) => tx.execute(sql`delete from listings where ${TAG} = any(place_keys)`)), 120_000);

/** The answer without a database: what matches, in order. */
function plainly({ q, role, skill, place, remote, level, pay, age, sort }: ListingSearch, currency: string): { id: string; value: number }[] {
  const words = q.split(" ").filter(Boolean);
  const has = (row: Row, word: string, goesOn: boolean) => `${row.title} ${row.company} ${row.words}`.toLowerCase().split(" ").some((one) => (goesOn ? one.startsWith(word) : one === word));
  return rows
    .filter((row) => !row.closedAt && (!row.validUntil || row.validUntil > new Date()))
    .filter((row) => words.every((word, index) => has(row, word, index === words.length - 1 && word.length > 1)))
    .filter((row) => skill.every((one) => row.skills.includes(one)) && (place === null || row.placeKeys.includes(place)))
    .filter((row) => (role === null || row.role === role) && (level === null || row.level === level) && (!remote || row.remote))
    .filter((row) => pay === null || (row.payYearly !== null && (pay === "stated" || row.payCurrency === pay)))
    .filter((row) => age === null || Number(row.postedAt) > Date.now() - age * DAY_MS)
    .filter((row) => sort !== "pay" || (row.payYearly !== null && row.payCurrency === currency))
    .map((row) => ({ id: row.id, value: sort === "pay" ? (row.payYearly ?? 0) : Number(row.postedAt) * 1000 }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? 1 : -1));
}

const oftenNone = <T>(value: T, ...others: T[]) => fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const searches = fc.record({
  words: fc.subarray(["common", "kafka", "c", "ancient"], { maxLength: 2 }),
  last: fc.constantFrom("", "common", "comm", "ka", "kafka", "zymurgy", "anc", "fresh", "eng", "c", "nowhere"),
  tagAs: fc.constantFrom("word", "place"),
  role: oftenNone<string | null>(null, "backend-developer"),
  skill: oftenNone<string[]>([], ["testing"], ["ci-cd"], ["testing", "ci-cd"]),
  remote: oftenNone(false, true),
  level: oftenNone<ListingSearch["level"]>(null, "entry", "senior"),
  pay: oftenNone<string | null>(null, "stated", "EUR"),
  /** Days before the newest of these listings. */
  age: oftenNone<number | null>(null, 3, 14, 45),
  sort: fc.constantFrom("newest" as const, "pay" as const),
  /** How deep the page lies, of all that match. */
  depth: fc.constantFrom(0, 0, 0, 0.3, 0.7, 0.99),
  limit: fc.constantFrom(1, 20, 500),
});

const SINCE_NEWEST_DAYS = Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / DAY_MS);

async function checkAll(numRuns: number) {
  await fc.assert(
    fc.asyncProperty(searches, async ({ words, last, tagAs, depth, limit, age, ...others }) => {
      const q = [...(tagAs === "word" ? [TAG] : []), ...words, last].join(" ").trim();
      const search: ListingSearch = { ...ALL, ...others, q, place: tagAs === "place" ? TAG : null, age: age === null ? null : age + SINCE_NEWEST_DAYS };
      const all = plainly(search, "INR");
      const after = depth === 0 ? null : (all[Math.floor(all.length * depth)] ?? null);
      const found: FoundListings = await searchListings({ ...search, after }, { limit, currency: "INR" });
      if (all.length === 0) {
        expect(found.alike || found.listings.length === 0).toBe(true);
        return;
      }
      const rest = after === null ? all : all.slice(all.indexOf(after) + 1);
      expect(found.count).toBe(all.length > MOST_COUNTED ? null : all.length);
      expect(found.listings.map(({ id }) => id)).toEqual(rest.slice(0, limit).map(({ id }) => id));
      expect(found.next).toEqual(rest.length > limit ? rest[limit - 1] : null);
    }),
    { numRuns, endOnFailure: true },
  );
}

test("a page and a count are those of a plain search, whatever the planner expects", async () => {
  await checkAll(150);
  await db.execute(sql`analyze open_listings`);
  await checkAll(250);
}, 240_000);

test.each([
  ["of two days", SETTLED],
  ["of a month", OLD],
])("a page of what many listings have, and the newest %s have not", async (_, place) => {
  await db.execute(sql`analyze open_listings`);
  const search = { ...ALL, place };
  const all = plainly(search, "INR");
  expect(all.length).toBeGreaterThan(2 * MOST_COUNTED);
  const { count, listings: found } = await searchListings(search, { limit: 20, currency: "INR" });
  expect(count).toBeNull();
  expect(found.map(({ id }) => id)).toEqual(all.slice(0, 20).map(({ id }) => id));
  // As where so many match that sorting them all would take long: the next stretch of the order is looked up before.
  const near = await findInOrder({ search, currency: "INR", limit: 20 }, MOST_COUNTED);
  expect(near.count).toBeNull();
  expect(near.found.slice(0, 20).map(({ id }) => id)).toEqual(all.slice(0, 20).map(({ id }) => id));
});
