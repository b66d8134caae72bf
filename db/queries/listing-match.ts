import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { openListings } from "@/db/schema/jobs";
import type { ListingSearch } from "./listings";

/** Conditions on open_listings: as the search asks. `currency` is that in which pay is compared. */
export function matchOf(search: ListingSearch, currency: string): SQL {
  return sql`${rangeOf(search, currency)} and ${asksOf(search)}`;
}

/** What neither words nor filters say. */
export function rangeOf(search: ListingSearch, currency: string): SQL {
  return sql`(${openListings.validUntil} is null or ${openListings.validUntil} > now()) and ${stretchOf(search, currency)}`;
}

/** The part of it that the order of the page has: read from its index alone. */
export function stretchOf({ age, sort }: ListingSearch, currency: string): SQL {
  const stated = sort === "pay" ? sql`${openListings.payCurrency} = ${currency} and ${openListings.payYearly} is not null` : sql`true`;
  return sql`${age ? sql`${openListings.postedAt} > now() - make_interval(days => ${age})` : sql`true`} and ${stated}`;
}

/** What words and filters say. */
export function asksOf(search: ListingSearch): SQL {
  return sql`${saysWords(search)} and ${hasAll(facetsOf(search))}`;
}

/** As matchOf, in words of the index of words and filters: it has stated pay too. */
export function indexedMatchOf(search: ListingSearch, currency: string): SQL {
  const { sort } = search;
  return sql`${rangeOf(search, currency)} and ${saysWords(search)} and ${hasAll([...facetsOf(search), ...(sort === "pay" ? [`pay:${currency}`] : [])])}`;
}

function saysWords({ q }: ListingSearch): SQL {
  return q ? sql`${openListings.search} @@ ${wordsOf(q)}` : sql`true`;
}

function hasAll(keys: readonly string[]): SQL {
  return keys.length > 0 ? sql`${openListings.facets} @> ${sql.param(`{${keys.map((key) => `"${key}"`).join(",")}}`)}::text[]` : sql`true`;
}

/** Whether words or filters narrow it down that the index open_listings_search has. */
export function isIndexed(search: ListingSearch): boolean {
  return search.q !== "" || facetsOf(search).length > 0;
}

function facetsOf({ role, skill, place, remote, level, pay }: ListingSearch): string[] {
  return [
    ...skill,
    ...(place ? [place] : []),
    ...(role ? [`role:${role}`] : []),
    ...(level ? [`level:${level}`] : []),
    ...(remote ? ["remote"] : []),
    ...(pay ? [pay === "stated" ? "pay" : `pay:${pay}`] : []),
  ];
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
