import "server-only";
import { and, count, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { ALIKE_FROM, db, indexDb } from "@/db/client";
import { jobImports, jobSources, listings, openListings, postings } from "@/db/schema/jobs";
import type { Ask, Employment, ListingLevel, Period, Place } from "@/lib/jobs/words";
import { matchOf } from "./listing-match";
import { findInOrder, type Found } from "./listing-order";

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

/** Sorted by readiness are at most so many listings that match, the newest ones. */
export const MOST_MEASURED = 300;

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

/** Nobody can apply any more: closed, or past its day. */
export const isClosed = sql<boolean>`not (${open})`;

/**
 * A page of the open listings that match. Keyset paging: `after` is the `next` of the page before, in the same order. Sorted by pay are
 * only those that state it in the currency.
 */
export async function searchListings(search: ListingSearch, options: SearchOptions): Promise<FoundListings> {
  if (search.sort === "readiness" && options.pointsOf) return searchByReadiness(search, options, options.pointsOf);
  const { count, found } = await findInOrder({ search, ...options });
  if (count === 0 && mayBeMisspelled(search)) return searchAlike(search, options);
  return { ...(await pageOf(found, options.limit)), count, alike: false };
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
  const { count, found: newest } = await findInOrder({ search: { ...search, sort: "newest", after: null }, currency, limit: MOST_MEASURED });
  if (count === 0 && mayBeMisspelled(search)) return searchAlike(search, { limit, currency });
  const ids = newest.slice(0, MOST_MEASURED).map(({ id }) => id);
  const asking = await db.execute<{ id: string } & Asking>(sql`select id, role, asks from ${listings} where id = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`);
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

/** So many of the newest are compared one by one before the index is asked for all that are alike. */
const NEAR_ALIKE = 250;

/** When no listing has the words: those that are spelled much like them, the likest first. One page, found as pages of words are. */
async function searchAlike({ q, ...others }: ListingSearch, { limit, currency }: SearchOptions): Promise<FoundListings> {
  const matching = matchOf({ ...others, q: "" }, currency);
  const newest = sql`(select * from ${openListings} order by ${openListings.postedAt} desc limit ${NEAR_ALIKE}) ${openListings}`;
  const near = await listAlike(newest, sql`${matching} and word_similarity(${q}, ${openListings.name}) >= ${ALIKE_FROM}`, q, limit);
  const found = near.length >= limit ? near : await listAlike(sql`${openListings}`, sql`${matching} and ${openListings.name} %> ${q}::text`, q, limit, indexDb);
  return { ...(await pageOf(found, limit)), count: found.length, alike: true };
}

async function listAlike(from: SQL, matching: SQL, q: string, limit: number, through: Pick<typeof db, "execute"> = db): Promise<Found[]> {
  return through.execute<Found>(sql`
    select listing_id as id, far as value from (
      select listing_id, posted_at, ${openListings.name} <->> ${q}::text as far from ${from} where ${matching} limit ${MOST_COMPARED}) alike
    order by far, posted_at desc, listing_id desc limit ${limit}`);
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
      closed: isClosed,
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

/** So many listings stand in one sitemap: it may have 50,000 addresses, and the first has all other pages too. */
const PER_SITEMAP = 40_000;

const told = and(open, eq(listings.sample, false));

/** How many sitemaps the open listings fill, and at least the first one. */
export async function countSitemaps(per = PER_SITEMAP): Promise<number> {
  const [row] = await db.select({ total: count() }).from(openListings).innerJoin(listings, eq(listings.id, openListings.listingId)).where(told);
  return Math.max(1, Math.ceil((row?.total ?? 0) / per));
}

/** The open listings but samples of one sitemap, counted from 1; the newest stand in the first. */
export async function listOpenForSitemap(part = 1, per = PER_SITEMAP): Promise<ListingOfSitemap[]> {
  return db
    .select({ slug: listings.slug, changedAt: listings.changedAt })
    .from(openListings)
    .innerJoin(listings, eq(listings.id, openListings.listingId))
    .where(told)
    .orderBy(desc(openListings.postedAt), desc(openListings.listingId))
    .limit(per)
    .offset((part - 1) * per);
}
