import "server-only";
import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { ALIKE_FROM, db, indexDb } from "@/db/client";
import { jobImports, jobSources, listings, postings } from "@/db/schema/jobs";
import type { Ask, Employment, ListingLevel, Period, Place } from "@/lib/jobs/words";

/** What is looked for. What is empty, null or false is not asked. */
export type ListingSearch = {
  /** Every word has to be there, and the last one may go on. */
  q: string;
  role: string | null;
  /** All of them have to be asked for. */
  skill: readonly string[];
  place: string | null;
  remote: boolean;
  level: ListingLevel | null;
  /** "stated" in any currency, or a currency. */
  pay: string | null;
  /** Days since it was posted. */
  age: number | null;
  sort: "newest" | "pay" | "readiness";
  after: { value: number; id: string } | null;
};

type ListedListing = {
  id: string;
  slug: string;
  title: string;
  company: string;
  sample: boolean;
  places: Place[];
  remote: boolean;
  remoteFor: string | null;
  employment: Employment | null;
  level: ListingLevel | null;
  role: string | null;
  payFrom: number | null;
  payTo: number | null;
  payCurrency: string | null;
  payPeriod: Period | null;
  postedAt: Date;
  asks: Ask[];
};

/** What readiness for a listing depends on. */
export type Asking = { role: string | null; asks: readonly Ask[] };

export type FoundListings = {
  listings: ListedListing[];
  /** How many match: up to MOST_COUNTED; null when there are more. */
  count: number | null;
  /** Where the page ends, when another one follows. */
  next: { value: number; id: string } | null;
  /** Nothing has these words: these are listings whose title or company is spelled much like them. */
  alike: boolean;
};

/** `currency`: in which pay is compared. `pointsOf`: readiness of the learner for a listing, whole points; without it, newest first. */
export type SearchOptions = { limit: number; currency: string; pointsOf?: (asking: Asking) => number };

export const MOST_COUNTED = 1_000;

/** Sorted by readiness are at most so many listings that match, the newest ones. */
export const MOST_MEASURED = 500;

const listed = {
  id: listings.id,
  slug: listings.slug,
  title: listings.title,
  company: listings.company,
  sample: listings.sample,
  places: listings.places,
  remote: listings.remote,
  remoteFor: listings.remoteFor,
  employment: listings.employment,
  level: listings.level,
  role: listings.role,
  payFrom: listings.payFrom,
  payTo: listings.payTo,
  payCurrency: listings.payCurrency,
  payPeriod: listings.payPeriod,
  postedAt: listings.postedAt,
  asks: listings.asks,
};

const open = sql`${listings.closedAt} is null and (${listings.validUntil} is null or ${listings.validUntil} > now())`;

/** As the index listings_search has it, word for word: otherwise it is not used. */
const facets = sql`(${listings.placeKeys} || ${listings.skills} || array['role:' || ${listings.role}, 'level:' || ${listings.level}, case when ${listings.remote} then 'remote' end, case when ${listings.payYearly} is not null then 'pay' end, case when ${listings.payYearly} is not null then 'pay:' || ${listings.payCurrency} end])`;

const name = sql`(${listings.title} || ' ' || ${listings.company})`;

type Found = { id: string; value: number };

/** By what a page is sorted, the greatest first. Values are whole numbers that the browser can hold exactly. */
type Order = { value: SQL; by: SQL; from: (value: number) => SQL };

const NEWEST: Order = {
  value: sql`(extract(epoch from ${listings.postedAt}) * 1000000)::float8`,
  by: sql`${listings.postedAt}`,
  from: (value) => sql`'epoch'::timestamptz + ${value}::float8 * interval '1 microsecond'`,
};
const BY_PAY: Order = { value: sql`${listings.payYearly}::float8`, by: sql`${listings.payYearly}`, from: (value) => sql`${value}::int` };

/**
 * A page of the open listings that match. Keyset paging: `after` is the `next` of the page before, in the same order. Sorted by pay are
 * only those that state it in the currency.
 */
export async function searchListings(search: ListingSearch, options: SearchOptions): Promise<FoundListings> {
  if (search.sort === "readiness" && options.pointsOf) return searchByReadiness(search, options, options.pointsOf);
  const { count, found } = await findInOrder(search, options.currency, options.limit);
  if (count === 0 && mayBeMisspelled(search)) return searchAlike(search, options);
  return { ...(await pageOf(found, options.limit)), count, alike: false };
}

/** How many match, and the first `limit` of them and one more. */
async function findInOrder(search: ListingSearch, currency: string, limit: number): Promise<{ count: number | null; found: Found[] }> {
  const order = search.sort === "pay" ? BY_PAY : NEWEST;
  const matching = matchOf(search, currency);
  const { after } = search;
  if (!isIndexed(search)) {
    const [count, found] = await Promise.all([countUnindexed(matching), listInOrder(sql`${listings}`, matching, order, after, limit)]);
    return { count, found };
  }
  const listNear = () => listInOrder(nearest(search, currency, order, limit), matching, order, after, limit);
  const expected = await estimate(matching);
  const many = expected >= SURELY_MANY;
  const first = many ? await listNear() : [];
  if (first.length > limit) return { count: null, found: first };
  const counted = await countListings(matching, order, after, limit);
  if (counted.found) return { count: counted.count, found: counted.found };
  const few = expected < HARDLY_NEAR && facetsOf(search).length === 0;
  const near = many || few ? [] : await listNear();
  if (near.length > limit) return { count: null, found: near };
  return { count: null, found: await listInOrder(sql`${listings}`, matching, order, after, limit, indexDb) };
}

/** How many match, and the newest of them, as many as are measured. So many never stand near: one statement finds and counts them. */
async function findNewest(search: ListingSearch, currency: string): Promise<{ count: number | null; found: Found[] }> {
  const matching = matchOf(search, currency);
  if (!isIndexed(search) || (await estimate(matching)) >= SURELY_MANY) return findInOrder(search, currency, MOST_MEASURED);
  const found = await listInOrder(sql`${listings}`, matching, NEWEST, null, MOST_COUNTED, indexDb);
  return { count: found.length > MOST_COUNTED ? null : found.length, found };
}

/** So many listings are looked at one by one before the index is asked for all that match: each has its words to unpack, where there are words. */
const NEAR = { words: 500, filters: 3_000, alike: 250 };

/** Where so many are expected to match, and a page of them stands near, nobody counts up to MOST_COUNTED. */
const SURELY_MANY = 10 * MOST_COUNTED;

/** Where fewer are expected, a page of them hardly stands near, and to sort all of them is as quick. Of filters the planner expects too few. */
const HARDLY_NEAR = 3 * MOST_COUNTED;

/** How many the planner expects, from what it knows of the words and filters. */
async function estimate(matching: SQL): Promise<number> {
  const [row] = await db.execute<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }>(sql`explain (format json) select from ${listings} where ${matching}`);
  return row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}

/**
 * The listings that come next in the order, matching or not. Of a word in most listings a page is among them. A word in few is not,
 * and looking further would mean to unpack the words of each listing: the index knows all that match without looking.
 */
function nearest({ q, sort, after }: ListingSearch, currency: string, order: Order, limit: number, near = q ? NEAR.words : NEAR.filters): SQL {
  const those = sort === "pay" ? statedIn(currency) : sql`true`;
  return sql`(select * from ${listings} where ${listings.closedAt} is null and ${those} and ${beyond(order, after)} order by ${order.by} desc, ${listings.id} desc limit ${Math.max(near, 3 * limit)}) as listings`;
}

function statedIn(currency: string): SQL {
  return sql`${listings.payCurrency} = ${currency} and ${listings.payYearly} is not null`;
}

type Database = Pick<typeof db, "execute">;

async function countUnindexed(matching: SQL): Promise<number | null> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from (select from ${listings} where ${matching} limit ${MOST_COUNTED + 1}) some_of_them`);
  return row && row.count <= MOST_COUNTED ? row.count : null;
}

/** Counts what matches, and gives the page as well where all of it had to be found for that. */
async function countListings(matching: SQL, order: Order, after: ListingSearch["after"], limit: number): Promise<{ count: number | null; found: Found[] | null }> {
  const [row] = await indexDb.execute<{ count: number; found: Found[] }>(sql`
      with found as materialized (
        select id, ${order.value} as value, ${beyond(order, after)} as beyond from ${listings} where ${matching} limit ${MOST_COUNTED + 1}
      ), page as (
        select id, value from found where beyond and (select count(*) from found) <= ${MOST_COUNTED} order by value desc, id desc limit ${limit + 1}
      )
      select (select count(*)::int from found) as count,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'value', value) order by value desc, id desc), '[]') from page) as found`);
  if (!row) throw new Error("A select without tables answered no row.");
  return row.count > MOST_COUNTED ? { count: null, found: null } : row;
}

async function listInOrder(from: SQL, matching: SQL, order: Order, after: ListingSearch["after"], limit: number, through: Database = db): Promise<Found[]> {
  return through.execute<Found>(
    sql`select id, ${order.value} as value from ${from} where ${matching} and ${beyond(order, after)} order by ${order.by} desc, ${listings.id} desc limit ${limit + 1}`,
  );
}

function beyond(order: Order, after: ListingSearch["after"]): SQL {
  return after === null ? sql`true` : sql`(${order.by}, ${listings.id}) < (${order.from(after.value)}, ${after.id}::uuid)`;
}

/** `found` may be one longer than the page, when another one follows. */
async function pageOf(found: readonly Found[], limit: number): Promise<Pick<FoundListings, "listings" | "next">> {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const rows = shown.length === 0 ? [] : await db.select(listed).from(listings).where(inArray(listings.id, shown.map(({ id }) => id)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { listings: shown.flatMap(({ id }) => byId.get(id) ?? []), next: last ? { value: last.value, id: last.id } : null };
}

/** Readiness is worked out outside the database, by the rules that the learner is shown. */
async function searchByReadiness(search: ListingSearch, { limit, currency }: SearchOptions, pointsOf: (asking: Asking) => number): Promise<FoundListings> {
  const { count, found: newest } = await findNewest({ ...search, sort: "newest", after: null }, currency);
  if (count === 0 && mayBeMisspelled(search)) return searchAlike(search, { limit, currency });
  const ids = newest.slice(0, MOST_MEASURED).map(({ id }) => id);
  const asking = ids.length === 0 ? [] : await db.select({ id: listings.id, role: listings.role, asks: listings.asks }).from(listings).where(sql`${listings.id} = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`);
  const { after } = search;
  const found = asking
    .map((listing): Found => ({ id: listing.id, value: pointsOf(listing) }))
    .filter(({ id, value }) => after === null || value < after.value || (value === after.value && id < after.id))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? 1 : -1));
  return { ...(await pageOf(found.slice(0, limit + 1), limit)), count, alike: false };
}

/** So many that are alike are compared with each other. */
const MOST_COMPARED = 60;

/** Shorter words are like too many others. */
function mayBeMisspelled({ q, after }: ListingSearch): boolean {
  return q.length >= 4 && after === null;
}

/** When no listing has the words: those that are spelled much like them, the likest first. One page, found as pages of words are. */
async function searchAlike(search: ListingSearch, { limit, currency }: SearchOptions): Promise<FoundListings> {
  const matching = matchOf({ ...search, q: "" }, currency);
  const near = await listAlike(nearest({ ...search, sort: "newest" }, currency, NEWEST, limit, NEAR.alike), sql`${matching} and word_similarity(${search.q}, ${name}) >= ${ALIKE_FROM}`, search.q, limit);
  const found = near.length >= limit ? near : await listAlike(sql`${listings}`, sql`${matching} and ${name} %> ${search.q}::text`, search.q, limit, indexDb);
  return { ...(await pageOf(found, limit)), count: found.length, alike: true };
}

async function listAlike(from: SQL, matching: SQL, q: string, limit: number, through: Database = db): Promise<Found[]> {
  return through.execute<Found>(sql`
    select id, far as value from (
      select id, posted_at, ${name} <->> ${q}::text as far from ${from} where ${matching} limit ${MOST_COMPARED}) alike
    order by far, posted_at desc, id desc limit ${limit}`);
}

/** Whether words or filters narrow it down that the index listings_search has. */
function isIndexed({ q, ...search }: ListingSearch): boolean {
  return q !== "" || facetsOf(search).length > 0;
}

function facetsOf({ role, skill, place, remote, level, pay }: Omit<ListingSearch, "q">): string[] {
  return [
    ...skill,
    ...(place ? [place] : []),
    ...(role ? [`role:${role}`] : []),
    ...(level ? [`level:${level}`] : []),
    ...(remote ? ["remote"] : []),
    ...(pay ? [pay === "stated" ? "pay" : `pay:${pay}`] : []),
  ];
}

/** Open, and as the search asks. `currency` is that in which pay is compared. */
export function matchOf(search: ListingSearch, currency: string): SQL {
  const { q, age, sort } = search;
  const asked = facetsOf(search);
  return sql.join(
    [
      open,
      ...(q ? [sql`${listings.search} @@ ${wordsOf(q)}`] : []),
      ...(asked.length > 0 ? [sql`${facets} @> ${sql.param(`{${asked.map((key) => `"${key}"`).join(",")}}`)}::text[]`] : []),
      ...(age ? [sql`${listings.postedAt} > now() - make_interval(days => ${age})`] : []),
      ...(sort === "pay" ? [statedIn(currency)] : []),
    ],
    sql` and `,
  );
}

/** From this many letters on, the last word may go on. One letter alone is a word, such as the language C. */
const GOES_ON_FROM = 2;

/**
 * Postgres itself tells the words apart, as it did in the listings: "back-end" is three of them, and all of the last ones may go on. To it
 * "Node.js" is one word: a word before the last may go on after a dot.
 */
function wordsOf(q: string): SQL {
  const at = q.lastIndexOf(" ") + 1;
  const last = sql`plainto_tsquery('simple', ${q.slice(at)})`;
  const going = q.length - at >= GOES_ON_FROM ? sql`regexp_replace(${last}::text, '''( &|$)', ''':*\\1', 'g')::tsquery` : last;
  if (at === 0) return going;
  return sql`(regexp_replace(plainto_tsquery('simple', ${q.slice(0, at)})::text, '''((?:[^'']|'''')+)''( &|$)', '(''\\1'' | ''\\1.'':*)\\2', 'g')::tsquery && ${going})`;
}

type PostingOfListing = { sourceName: string; url: string | null; applyUrl: string | null };

export type FoundListing = ListedListing & {
  /** Sanitised HTML; through renderDescription of lib/jobs/sanitise on its way out. */
  description: string;
  language: string | null;
  validUntil: Date | null;
  foundAt: Date;
  changedAt: Date;
  /** When it went from its last source. */
  closedAt: Date | null;
  /** Nobody can apply any more: closed, or past its day. */
  closed: boolean;
  /** Where it stands; open ones where there are any, else the last ones. */
  postings: PostingOfListing[];
};

export async function findListing(slug: string): Promise<FoundListing | null> {
  const [row] = await db
    .select({
      ...listed,
      description: listings.description,
      language: listings.language,
      validUntil: listings.validUntil,
      foundAt: listings.foundAt,
      changedAt: listings.changedAt,
      closedAt: listings.closedAt,
      closed: sql<boolean>`not (${open})`,
      postings: sql<PostingOfListing[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('sourceName', s.name, 'url', p.url, 'applyUrl', p.apply_url) order by s.name, s.id), '[]')
        from ${postings} p join ${jobSources} s on s.id = p.source_id
        where p.listing_id = listings.id and (p.closed_at is null or not exists (select from ${postings} o where o.listing_id = listings.id and o.closed_at is null)))`,
    })
    .from(listings)
    .where(eq(listings.slug, slug));
  return row ?? null;
}

/** When a source was last read through; null when none ever was. */
export async function findLastRead(): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<string | null>`(
      select max(last.ended_at) from ${jobSources} s cross join lateral (
        select ended_at from ${jobImports} i where i.source_id = s.id and i.outcome in ('done', 'unchanged') order by i.id desc limit 1) last)` })
    .from(sql`(select 1) as one`);
  return row?.at ? new Date(row.at) : null;
}

export type ListingOfSitemap = { slug: string; changedAt: Date };

/** Open listings but samples, the newest first. At most 40,000, so that they fit into one sitemap beside all else. */
export async function listOpenForSitemap(): Promise<ListingOfSitemap[]> {
  return db
    .select({ slug: listings.slug, changedAt: listings.changedAt })
    .from(listings)
    .where(and(open, eq(listings.sample, false)))
    .orderBy(desc(listings.postedAt), desc(listings.id))
    .limit(40_000);
}
