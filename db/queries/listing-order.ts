import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { db, indexDb, orderDb } from "@/db/client";
import { openListings } from "@/db/schema/jobs";
import { asksOf, indexedMatchOf, isIndexed, rangeOf, stretchOf } from "./listing-match";
import type { ListingSearch } from "./listings";

/** Where more match, nobody counts on. */
export const MOST_COUNTED = 1_000;

/** `value` is a whole number that the browser can hold exactly. */
export type Found = { id: string; value: number };

/** By what a page is sorted, the greatest first, and how that becomes a value and comes back. */
type Order = { by: SQL; value: SQL; from: (value: number) => SQL };

const NEWEST: Order = {
  by: sql`${openListings.postedAt}`,
  value: sql`(extract(epoch from sorted) * 1000000)::float8`,
  from: (value) => sql`'epoch'::timestamptz + ${value}::float8 * interval '1 microsecond'`,
};
const BY_PAY: Order = { by: sql`${openListings.payYearly}`, value: sql`sorted::float8`, from: (value) => sql`least(${value}::float8, 2147483647)::int` };

const orderOf = ({ sort }: ListingSearch) => (sort === "pay" ? BY_PAY : NEWEST);

/** One search, and how many of its matches are wanted. */
type Wanted = { search: ListingSearch; currency: string; limit: number };

/**
 * How many match, null above MOST_COUNTED, and the first `limit` of them and one more. There are two ways: to look at one listing after the
 * other in the order of the page, and to ask the index of words and filters for all that match and sort them, or for those that match in
 * the next stretch of the order. What the planner expects decides which is tried first, and never what is answered; nor does `mostSorted`.
 */
export async function findInOrder(wanted: Wanted, mostSorted = MOST_SORTED): Promise<{ count: number | null; found: Found[] }> {
  if (!isIndexed(wanted.search)) return findUnnarrowed(wanted);
  const { expected, within } = await estimate(wanted);
  const share = expected / within;
  if (within <= NEAR) {
    const seen = await look(wanted, null);
    if (seen.whole) return { count: upTo(seen.count), found: seen.found };
    return preferring(seen, wanted, await lookUp(wanted, { most: MOST_COUNTED + 1 }));
  }
  if (MOST_COUNTED <= share * NEAR) {
    const seen = await look(wanted, wanted.search.after, MOST_COUNTED + 1);
    if (seen.count > MOST_COUNTED) return { count: null, found: seen.found };
    return preferring(seen, wanted, await lookUp(wanted, { most: MOST_COUNTED + 1 }));
  }
  if (expected <= FEW) {
    const { count, found } = await lookUp(wanted, { most: mostSorted + 1 });
    if (count <= mostSorted) return { count: upTo(count), found };
  }
  const stretchFor = (matches: number) => Math.ceil(matches / share);
  const few = Math.max(2.5 * wanted.limit, NEARBY);
  const [counted, seen] = await Promise.all([lookUp(wanted, { most: MOST_COUNTED + 1 }), lookUpNear(wanted, stretchFor(few))]);
  const enough = counted.count <= MOST_COUNTED || fills(seen, wanted) || expected <= mostSorted;
  return preferring(enough ? seen : await lookUpNear(wanted, stretchFor(Math.max(3 * few, FURTHER))), wanted, counted);
}

const fills = ({ found, whole }: Seen, { limit }: Wanted) => found.length > limit || whole;

/** The page of what was counted where that was all, else what was seen nearby where that fills a page, else of all that match. */
async function preferring(seen: Seen, wanted: Wanted, counted: Page): Promise<{ count: number | null; found: Found[] }> {
  if (counted.count <= MOST_COUNTED) return counted;
  return { count: null, found: fills(seen, wanted) ? seen.found : (await lookUp(wanted)).found };
}

/** So many listings are looked at one by one: the words of each lie apart from it. */
const NEAR = 2_000;

/** A stretch of the order is as long as so many matches need by the estimate, at least; where fewer match there than elsewhere, and many in all, so many. */
const NEARBY = 100;
const FURTHER = 3_000;

/** So many the index gives and sorts as quickly as it counts a thousand and finds a page nearby. */
const FEW = 2 * MOST_COUNTED;

/** Where more match than the planner expected, a page is looked up nearby before all of them are sorted. */
const MOST_SORTED = 12 * MOST_COUNTED;

const upTo = (count: number) => (count > MOST_COUNTED ? null : count);

type Plan = { "Plan Rows": number; Plans?: Plan[] };

/** How many the planner expects to match, of how many in the range of the search: from what it knows of the words and filters. */
async function estimate({ search, currency }: Wanted): Promise<{ expected: number; within: number }> {
  const [row] = await db.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
    sql`explain (format json) select from (select * from ${openListings} where ${rangeOf(search, currency)} offset 0) ${openListings} where ${asksOf(search)}`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("A plan was asked for, and none came.");
  return { expected: plan["Plan Rows"], within: Math.max(plan.Plans?.[0]?.["Plan Rows"] ?? 0, plan["Plan Rows"], 1) };
}

type Page = { count: number; found: Found[] };

/** `whole`: the order ended there. */
type Seen = Page & { whole: boolean };

/** Looks at the next listings in the order, until `most` match. */
async function look(wanted: Wanted, start: ListingSearch["after"], most = NEAR): Promise<Seen> {
  const { search, currency } = wanted;
  const order = orderOf(search);
  const range = sql`${rangeOf(search, currency)} and ${beyond(order, start)}`;
  const [row] = await orderDb.execute<Seen>(sql`
    with ${pageOf(
      sql`select listing_id, ${order.by} as sorted, ${beyond(order, search.after)} as beyond from (
            select * from ${openListings} where ${range} ${inOrder(order)} limit ${NEAR}) ${openListings}
          where ${asksOf(search)} ${inOrder(order)} limit ${most}`,
      wanted,
    )},
      case when (select count(*) from found) >= ${most} then false else (select count(*) from (select from ${openListings} where ${range} limit ${NEAR}) near) < ${NEAR} end as whole`);
  if (!row) throw new Error("A select without tables answered no row.");
  return row;
}

/** Asks the index for what matches in the next `near` listings of the order. */
async function lookUpNear(wanted: Wanted, near: number): Promise<Seen> {
  const { search, currency } = wanted;
  const order = orderOf(search);
  const [last] = await orderDb.execute<{ value: number }>(sql`
    select ${order.value} as value from (
      select ${order.by} as sorted from ${openListings} where ${stretchOf(search, currency)} and ${beyond(order, search.after)} ${inOrder(order)} offset ${near} limit 1) last`);
  const stretch = last ? sql`${beyond(order, search.after)} and ${order.by} >= ${order.from(last.value)}` : beyond(order, search.after);
  return { ...(await lookUp(wanted, { stretch })), whole: !last };
}

/** Asks the index for what matches, up to `most`: the page is right where fewer match. */
async function lookUp(wanted: Wanted, { most, stretch = sql`true` }: { most?: number; stretch?: SQL } = {}): Promise<Page> {
  const { search, currency } = wanted;
  const order = orderOf(search);
  const [row] = await indexDb.execute<Page>(sql`
    with ${pageOf(
      sql`select listing_id, ${order.by} as sorted, ${beyond(order, search.after)} as beyond from ${openListings}
          where ${indexedMatchOf(search, currency)} and ${stretch} ${most === undefined ? sql`` : sql`limit ${most}`}`,
      wanted,
    )}`);
  if (!row) throw new Error("A select without tables answered no row.");
  return row;
}

/** Of `all`, rows of listing_id, sorted and beyond: how many there are, and the first of them beyond where the page begins. */
function pageOf(all: SQL, { search, limit }: Wanted): SQL {
  return sql`found as materialized (${all}),
    page as (select listing_id, sorted from found where beyond order by sorted desc, listing_id desc limit ${limit + 1})
    select (select count(*)::int from found) as count,
      (select coalesce(jsonb_agg(jsonb_build_object('id', listing_id, 'value', ${orderOf(search).value}) order by sorted desc, listing_id desc), '[]') from page) as found`;
}

const inOrder = ({ by }: Order) => sql`order by ${by} desc, ${openListings.listingId} desc`;

function beyond(order: Order, after: ListingSearch["after"]): SQL {
  return after === null ? sql`true` : sql`(${order.by}, ${openListings.listingId}) < (${order.from(after.value)}, ${after.id}::uuid)`;
}

async function findUnnarrowed({ search, currency, limit }: Wanted): Promise<{ count: number | null; found: Found[] }> {
  const order = orderOf(search);
  const range = rangeOf(search, currency);
  const [[counted], found] = await Promise.all([
    db.execute<{ count: number }>(sql`select count(*)::int as count from (select from ${openListings} where ${range} limit ${MOST_COUNTED + 1}) some_of_them`),
    orderDb.execute<Found>(sql`
      select listing_id as id, ${order.value} as value from (
        select listing_id, ${order.by} as sorted from ${openListings} where ${range} and ${beyond(order, search.after)}
        ${inOrder(order)} limit ${limit + 1}) page
      order by sorted desc, listing_id desc`),
  ]);
  return { count: upTo(counted?.count ?? 0), found };
}
