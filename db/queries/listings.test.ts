import { randomUUID } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { jobImports, jobSources, listings, postings } from "@/db/schema/jobs";
import type { GivenListing } from "@/lib/jobs/listing";
import { refine } from "@/lib/jobs/refine";
import { MOST_COUNTED } from "./listing-order";
import { countSitemaps, findLastRead, findListing, listOpenForSitemap, searchListings, type ListingSearch } from "./listings";
import { countNewListings, listSavedSearches, MOST_NEW, MOST_SAVED, removeSavedSearch, saveSearch, saveTold } from "./saved-searches";

const ALL: ListingSearch = { q: "", role: null, skill: [], place: null, remote: false, level: null, pay: null, age: null, sort: "newest", after: null };
const made: string[] = [];

/** A word that no other listing has. */
const newWord = () => `zq${randomUUID().replaceAll("-", "").slice(0, 12)}`;
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

type Kept = Partial<typeof listings.$inferInsert>;

async function add(word: string, said: Partial<GivenListing> = {}, kept: Kept = {}): Promise<string> {
  const refined = refine({
    externalId: randomUUID(), title: "Backend Engineer", company: "Banyan Health", places: ["Pune, India"], countries: [], remote: null, remoteFor: null, employment: null,
    level: null, pay: null, postedAt: null, validUntil: null, html: `<p>You write services in Python on PostgreSQL. ${word}</p>`, language: "en", url: null, applyUrl: null, ...said,
  });
  const { postedAt, validUntil } = refined;
  await db.insert(listings).values({ ...refined, postedAt: postedAt ? new Date(postedAt) : new Date(), validUntil: validUntil ? new Date(validUntil) : null, ...kept });
  made.push(refined.id);
  return refined.id;
}

const search = (change: Partial<ListingSearch>, limit = 20) => searchListings({ ...ALL, ...change }, { limit, currency: "INR" });
const idsOf = async (change: Partial<ListingSearch>) => (await search(change)).listings.map(({ id }) => id);

afterAll(async () => {
  for (let from = 0; from < made.length; from += 500) await db.delete(listings).where(inArray(listings.id, made.slice(from, from + 500)));
});

describe("words", () => {
  test("all of them have to be there, and the last one may go on", async () => {
    const word = newWord();
    const id = await add(word, { title: "Payments Engineer", company: "Kaveri Works" });
    for (const q of [word, word.toUpperCase(), word.slice(0, -3), `kaveri ${word}`, `${word} payme`, `${word} pune india`]) expect(await idsOf({ q }), q).toEqual([id]);
    expect(await idsOf({ q: `${word} rust` })).toEqual([]);
    expect(await idsOf({ q: `${word.slice(0, -3)} payments` })).toEqual([]);
  });

  test("words with a hyphen or a dot are found while they are typed", async () => {
    const word = newWord();
    const id = await add(word, { title: "Back-end developer for Node.js" });
    for (const typed of ["ba", "back", "back-", "back-e", "back-end", "node", "node.", "node.j", "node.js", "node devel", "node.js dev"]) expect(await idsOf({ q: `${word} ${typed}` }), typed).toEqual([id]);
  });

  test("signs, quotes and operators are words like others", async () => {
    for (const q of ["' or 1=1 --", "a & | ! <-> :*", "()", "''':*", "\\", "%_", "c++ c#", "https://a.example/b'c & d", "…", "नमस्ते"]) await expect(search({ q }), q).resolves.toBeDefined();
  });

  test("where nothing has them, titles and companies that are spelled alike are shown, and it says so", async () => {
    const company = `Sahyadri ${newWord()}`;
    const id = await add(newWord(), { title: "Database Developer", company });
    const misspelled = company.replace("Sahyadri", "Sahydri").slice(0, -1);
    const found = await search({ q: `${misspelled}x` });
    expect(found).toMatchObject({ alike: true, next: null });
    expect(found.listings[0]?.id).toBe(id);
    const backend = await add(newWord(), { title: "Backend Developer", places: ["Guwahati"], postedAt: daysAgo(-1) });
    expect((await search({ q: "bakend develper", place: "in-guwahati" })).listings.map((listing) => listing.id)).toContain(backend);
    expect((await search({ q: "qqxjzvwkqq" })).listings).toEqual([]);
  });
});

describe("filters", () => {
  test("each leaves what does not fit", async () => {
    const word = newWord();
    const pay = { from: 600_000, to: 900_000, currency: "INR", period: "year" as const };
    const pune = await add(word, { title: "Junior Database Developer", pay, postedAt: daysAgo(3) });
    const berlin = await add(word, { title: "Senior Backend Developer", places: ["Berlin, Germany"], remote: true, pay: { ...pay, currency: "EUR" }, postedAt: daysAgo(20) });
    const plain = await add(word, { title: "Backend Developer", places: ["Nashik"], html: `<p>${word}</p>`, postedAt: daysAgo(40) });
    const cases: [Partial<ListingSearch>, string[]][] = [
      [{}, [pune, berlin, plain]],
      [{ role: "database-developer" }, [pune]],
      [{ role: "backend-developer" }, [berlin, plain]],
      [{ skill: ["database-management"] }, [pune, berlin]],
      [{ skill: ["database-management", "programming-languages"], level: "senior" }, [berlin]],
      [{ place: "in" }, [pune, plain]],
      [{ place: "in-pune" }, [pune]],
      [{ place: "de" }, [berlin]],
      [{ remote: true }, [berlin]],
      [{ level: "entry" }, [pune]],
      [{ pay: "stated" }, [pune, berlin]],
      [{ pay: "EUR" }, [berlin]],
      [{ age: 7 }, [pune]],
      [{ age: 30, place: "de", remote: true }, [berlin]],
      [{ place: "in-pune", remote: true }, []],
    ];
    for (const [filter, ids] of cases) {
      const found = await search({ q: word, ...filter });
      expect({ filter, ids: found.listings.map(({ id }) => id), count: found.count }).toEqual({ filter, ids, count: ids.length });
    }
  });

  test("what is closed or past its day is not found", async () => {
    const word = newWord();
    const open = await add(word, { validUntil: daysAgo(-1) });
    await add(word, { validUntil: daysAgo(1) });
    await add(word, {}, { closedAt: new Date() });
    expect(await search({ q: word })).toMatchObject({ count: 1, listings: [{ id: open }] });
  });

  test("a card has no description", async () => {
    const word = newWord();
    await add(word);
    const [card] = (await search({ q: word })).listings;
    expect(Object.keys(card ?? {})).not.toEqual(expect.arrayContaining(["description"]));
    expect(card?.postedAt).toBeInstanceOf(Date);
  });
});

describe("pages", () => {
  /** Every id, page by page. */
  async function walk(change: Partial<ListingSearch>, limit: number, pointsOf?: () => number): Promise<string[]> {
    const seen: string[] = [];
    let after: ListingSearch["after"] = null;
    for (let page = 0; page < 60; page += 1) {
      const found = await searchListings({ ...ALL, ...change, after }, { limit, currency: "INR", pointsOf });
      seen.push(...found.listings.map(({ id }) => id));
      if (!found.next) return seen;
      after = found.next;
    }
    throw new Error("The pages do not end.");
  }

  test("follow each other without a gap or a repetition, also among equals", async () => {
    const word = newWord();
    const at = daysAgo(2);
    const pay = (from: number) => ({ from, to: null, currency: "INR", period: "year" as const });
    const ids: string[] = [];
    for (let number = 0; number < 11; number += 1) ids.push(await add(word, { postedAt: number < 6 ? at : daysAgo(number), pay: pay(number % 3 === 0 ? 500_000 : 400_000 + number) }));
    const all = await idsOf({ q: word });
    expect(all).toHaveLength(11);
    for (const limit of [1, 2, 3, 10, 11]) {
      expect(await walk({ q: word }, limit)).toEqual(all);
      const paid = await walk({ q: word, sort: "pay" }, limit);
      expect(new Set(paid)).toEqual(new Set(ids));
      expect(await walk({ q: word, sort: "readiness" }, limit, () => 50)).toHaveLength(11);
    }
  });

  test("sorted by pay are those that state it in the currency, the best paid first", async () => {
    const word = newWord();
    const stated = (from: number, currency: string, period: "year" | "month") => ({ from, to: null, currency, period });
    const low = await add(word, { pay: stated(500_000, "INR", "year") });
    const high = await add(word, { pay: stated(60_000, "INR", "month") });
    await add(word, { pay: stated(90_000, "EUR", "year") });
    await add(word);
    expect(await search({ q: word, sort: "pay" })).toMatchObject({ count: 2, listings: [{ id: high }, { id: low }] });
  });

  test("sorted by readiness, the readiest comes first", async () => {
    const word = newWord();
    const known = await add(word, { title: "Python Developer" });
    const other = await add(word, { title: "Solidity Blockchain Developer", html: `<p>You write smart contracts in Solidity. ${word}</p>` });
    const found = await searchListings({ ...ALL, q: word, sort: "readiness" }, { limit: 20, currency: "INR", pointsOf: ({ asks }) => (asks.some(({ skill }) => skill === "database-management") ? 70 : 10) });
    expect(found.listings.map(({ id }) => id)).toEqual([known, other]);
    expect(found.count).toBe(2);
  });

  test("of more than a thousand the count is left open, and the pages go on to the last one", async () => {
    const word = newWord();
    const first = await add(word);
    await db.execute(sql`
      insert into listings (id, slug, identity, title, company, places, place_keys, remote, posted_at, description, asks, skills, hash, words)
      select gen_random_uuid(), slug || '-' || n, identity, title, company, places, place_keys, remote, now() - n * interval '1 minute', '', asks, skills, hash, words
      from listings, generate_series(1, ${MOST_COUNTED}) n where id = ${first}`);
    const rows = await db.execute<{ id: string }>(sql`select id from listings where words like ${`%${word}%`} order by posted_at desc, id desc`);
    made.push(...rows.map(({ id }) => id));
    expect(await search({ q: word })).toMatchObject({ count: null, alike: false });
    expect(await walk({ q: word }, 50)).toEqual(rows.map(({ id }) => id));
    expect(await walk({ q: word, place: "in-pune" }, 300)).toHaveLength(MOST_COUNTED + 1);
    // None of the next ones match, and all that do are far behind.
    await db.execute(sql`update listings set posted_at = posted_at - interval '20 years' where words like ${`%${word}%`}`);
    expect(await walk({ q: word }, 300)).toHaveLength(MOST_COUNTED + 1);
  }, 60_000);
});

describe("one listing", () => {
  test("comes with where it stands and its description, closed or not", async () => {
    const id = await add(newWord());
    const sources = await db
      .insert(jobSources)
      .values(["Kaveri", "Banyan"].map((name) => ({ id: uuidv7(), name, format: "json" as const, address: `https://jobs.example/${randomUUID()}`, state: "paused" as const })))
      .returning({ id: jobSources.id });
    await db.insert(postings).values(sources.map(({ id: sourceId }, index) => ({ sourceId, externalId: "1", listingId: id, url: `https://a.example/${index}`, applyUrl: null, hash: "h", closedAt: index === 0 ? new Date() : null })));
    const [{ slug } = { slug: "" }] = await db.select({ slug: listings.slug }).from(listings).where(inArray(listings.id, [id]));
    expect(await findListing(slug)).toMatchObject({ id, closed: false, description: expect.stringContaining("<p>") as string, postings: [{ sourceName: "Banyan", url: "https://a.example/1", applyUrl: null }] });
    await db.update(listings).set({ closedAt: new Date() }).where(inArray(listings.id, [id]));
    await db.update(postings).set({ closedAt: new Date() }).where(inArray(postings.listingId, [id]));
    expect(await findListing(slug)).toMatchObject({ closed: true, closedAt: expect.any(Date) as Date, postings: [{ sourceName: "Banyan" }, { sourceName: "Kaveri" }] });
    expect(await findListing("no-such-listing")).toBeNull();

    const at = new Date(Date.now() + 60_000);
    await db.insert(jobImports).values({ sourceId: sources[0]?.id ?? "", id: uuidv7(), outcome: "done", endedAt: at });
    expect(await findLastRead()).toEqual(at);
    await db.delete(jobSources).where(inArray(jobSources.id, sources.map((source) => source.id)));
  });

  test("only open ones that are no samples are in the sitemap", async () => {
    const [open, sample, closed] = [await add(newWord()), await add(newWord(), {}, { sample: true }), await add(newWord(), {}, { closedAt: new Date() })];
    const slugs = await db.select({ id: listings.id, slug: listings.slug }).from(listings).where(inArray(listings.id, [open, sample, closed]));
    const told = new Set((await listOpenForSitemap()).map(({ slug }) => slug));
    expect(slugs.filter(({ slug }) => told.has(slug)).map(({ id }) => id)).toEqual([open]);
  });

  test("more than one sitemap holds stand in the next ones, each listing in one", async () => {
    for (let number = 0; number < 5; number += 1) await add(newWord());
    const all = (await listOpenForSitemap()).map(({ slug }) => slug);
    const count = await countSitemaps(2);
    expect(count).toBe(Math.ceil(all.length / 2));
    const parts: string[] = [];
    for (let part = 1; part <= count; part += 1) parts.push(...(await listOpenForSitemap(part, 2)).map(({ slug }) => slug));
    expect(parts).toEqual(all);
    expect(await listOpenForSitemap(count + 1, 2)).toEqual([]);
    expect(await countSitemaps()).toBe(1);
  });
});

describe("saved searches", () => {
  async function makePerson(): Promise<string> {
    const id = uuidv7();
    await db.insert(users).values({ id, name: "A learner", email: `${randomUUID()}@example.org` });
    return id;
  }

  test("are saved once, found by name and removed, each by its own person", async () => {
    const [learner, other] = [await makePerson(), await makePerson()];
    const id = await saveSearch(learner, { name: "Pune", query: "place=in-pune" });
    expect(await saveSearch(learner, { name: "All of Pune", query: "place=in-pune" })).toBe(id);
    await saveSearch(learner, { name: "a first one", query: "q=a" });
    expect((await listSavedSearches(learner)).map(({ name }) => name)).toEqual(["a first one", "All of Pune"]);
    await removeSavedSearch(other, id ?? "");
    expect(await listSavedSearches(learner)).toHaveLength(2);
    await removeSavedSearch(learner, id ?? "");
    expect(await listSavedSearches(learner)).toHaveLength(1);
    expect(await listSavedSearches(other)).toEqual([]);
  });

  test("are so many at most", async () => {
    const learner = await makePerson();
    for (let number = 0; number < MOST_SAVED; number += 1) await saveSearch(learner, { name: String(number), query: `q=${number}` });
    expect(await saveSearch(learner, { name: "one more", query: "q=more" })).toBeNull();
    expect(await saveSearch(learner, { name: "renamed", query: "q=0" })).not.toBeNull();
  });

  test("count what came since the person was told, and never go back", async () => {
    const learner = await makePerson();
    const word = newWord();
    await add(word, {}, { foundAt: daysAgo(3) });
    await add(word, {}, { foundAt: daysAgo(1) });
    const id = (await saveSearch(learner, { name: word, query: `q=${word}` })) ?? "";
    const count = async (toldUntil: Date) => (await countNewListings([{ id, search: { ...ALL, q: word }, currency: "INR", toldUntil }])).get(id);
    expect([await count(daysAgo(5)), await count(daysAgo(2)), await count(new Date())]).toEqual([2, 1, 0]);
    expect(MOST_NEW).toBeGreaterThan(2);
    const [before] = await listSavedSearches(learner);
    await saveTold(learner, id, daysAgo(9));
    expect((await listSavedSearches(learner))[0]?.toldUntil).toEqual(before?.toldUntil);
    await saveTold(learner, id, daysAgo(-9));
    expect((await listSavedSearches(learner))[0]?.toldUntil.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  });
});
