import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { openListings } from "@/db/schema/jobs";
import type { ListingSearch } from "./listings";

/** Conditions on open_listings: as the search asks. `currency` is that in which pay is compared. */
export function matchOf(search: ListingSearch, currency: string): SQL {
  return sql`${rangeOf(search, currency)} and ${asksOf(search)}`;
}

/** What neither words nor filters say: a stretch of the order that the page is in. */
export function rangeOf({ age, sort }: ListingSearch, currency: string): SQL {
  const stated = sort === "pay" ? sql`${openListings.payCurrency} = ${currency} and ${openListings.payYearly} is not null` : sql`true`;
  return sql`${VALID} and ${age ? notOlder(sql`${openListings.postedAt}`, age) : sql`true`} and ${stated}`;
}

/** What words and filters say. */
export function asksOf(search: ListingSearch): SQL {
  return sql`${saysWords(search)} and ${hasAll(facetsOf(search))}`;
}

/**
 * As matchOf, by the index of words and filters alone: the planner takes a look at the words for cheap, and would rather unpack those of
 * all listings of a week than ask their index. It does not see that the sum is the day itself.
 */
export function indexedMatchOf(search: ListingSearch, currency: string): SQL {
  const age = search.age ? notOlder(sql`(${openListings.postedAt} + interval '0')`, search.age) : sql`true`;
  return sql`${VALID} and ${age} and ${saysWords(search)} and ${hasAll([...facetsOf(search), ...(search.sort === "pay" ? [`pay:${currency}`] : [])])}`;
}

const VALID = sql`(${openListings.validUntil} is null or ${openListings.validUntil} > now())`;

function notOlder(posted: SQL, days: number): SQL {
  return sql`${posted} > now() - make_interval(days => ${days})`;
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
