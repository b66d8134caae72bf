import { z } from "zod";
import { findRole } from "@/lib/roles/roles";
import { findSkill, isSkillSlug, type SkillSlug } from "@/lib/skills/skills";
import { CITIES, countryName } from "./places";
import { LISTING_LEVELS, type ListingLevel } from "./words";

/** Currencies in which a search can ask for pay. The first is meant where none is named. */
export const CURRENCIES = ["INR", "USD", "EUR", "GBP"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Days since a listing was posted that a search can ask for. */
export const AGES = [1, 7, 30] as const;

export const SORTS = ["newest", "pay", "readiness"] as const;

/** Where a page ends: what its last listing is sorted by (microseconds since 1970, pay for a year, or points), and its id. */
type Position = { value: number; id: string };

export const LEVEL_WORDS: Record<ListingLevel, string> = { entry: "entry level", mid: "mid level", senior: "senior" };

const SAY_AGE: Record<(typeof AGES)[number], string> = { 1: "of the last day", 7: "of the last 7 days", 30: "of the last 30 days" };

const cityNames = new Map(CITIES);

const text = z.string().transform((value) => value.toWellFormed().replaceAll("\0", "").normalize("NFC").trim().replace(/\s+/g, " ").slice(0, 200).trimEnd());
const one = <Value extends string>(test: (value: string) => value is Value) => z.string().refine(test).nullable().catch(null);
const several = z.union([z.string().transform((value) => [value]), z.array(z.string())]).catch([]);

/** What the address of a search asks for. A value that cannot be is left out: an old link still opens. */
const view = z.object({
  q: text.catch(""),
  role: z.string().refine((slug) => findRole(slug) !== null).nullable().catch(null),
  /** A listing has to ask for all of them. */
  skill: several.transform((slugs): SkillSlug[] => [...new Set(slugs.filter(isSkillSlug))].sort()),
  /** A key of a listing's places: "in" for a country, "in-pune" for a city of India. Remote is asked for by itself. */
  place: z.string().refine((key) => cityNames.has(key) || isCountry(key)).nullable().catch(null),
  remote: z.literal("1").transform(() => true).catch(false),
  level: one((value) => isOneOf(LISTING_LEVELS, value)),
  /** "stated" in any currency, or in one of them. */
  pay: one((value) => value === "stated" || isOneOf(CURRENCIES, value)),
  age: z.coerce.number().pipe(z.literal(AGES)).nullable().catch(null),
  sort: z.enum(SORTS).catch("newest"),
  after: z.string().regex(/^\d{1,16}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).transform(readPosition).nullable().catch(null),
});

export type ListingView = z.infer<typeof view>;

export function readListingView(search: Record<string, string | string[] | undefined>): ListingView {
  return view.parse(search);
}

/** As the query of an address has it, such as "q=backend&place=in-pune". */
export function readListingQuery(query: string): ListingView {
  const search = new URLSearchParams(query);
  return readListingView({ ...Object.fromEntries(search), skill: search.getAll("skill") });
}

/** The one query of a view: in a fixed order, without what is not asked. Whatever changes but the page itself begins at the first page. */
export function listingQuery(from: ListingView, change: Partial<ListingView> = {}): string {
  const { q, role, skill, place, remote, level, pay, age, sort, after } = { ...from, after: null, ...change };
  return new URLSearchParams([
    ...pair("q", q),
    ...pair("role", role),
    ...[...new Set(skill)].sort().map((slug) => ["skill", slug]),
    ...pair("place", place),
    ...pair("remote", remote && "1"),
    ...pair("level", level),
    ...pair("pay", pay),
    ...pair("age", age && String(age)),
    ...pair("sort", sort !== "newest" && sort),
    ...pair("after", after && `${after.value}-${after.id}`),
  ]).toString();
}

export function listingsHref(from: ListingView, change: Partial<ListingView> = {}): string {
  const query = listingQuery(from, change);
  return `/jobs${query && `?${query}`}`;
}

/** Anything that makes a search of its own: words or a filter, whatever the order and the page. */
export function isNarrowed(from: ListingView): boolean {
  return listingQuery(from, { sort: "newest" }) !== "";
}

/** The currency of a search: the one it names, else rupees. */
export function currencyOf({ pay }: ListingView): Currency {
  return pay === null || pay === "stated" ? CURRENCIES[0] : pay;
}

export function placeName(key: string): string {
  return cityNames.get(key) ?? (key === "in" ? "India" : countryName(key));
}

/** "“python”, Backend Developer, Pune", or "All listings". */
export function sayView({ q, role, skill, place, remote, level, pay, age }: ListingView): string {
  const said = [
    q && `“${q}”`,
    role && findRole(role)?.name,
    ...skill.map((slug) => findSkill(slug)?.name),
    place && placeName(place),
    remote && "remote",
    level && LEVEL_WORDS[level],
    pay && (pay === "stated" ? "pay stated" : `pay stated in ${pay}`),
    age && SAY_AGE[age],
  ].filter(Boolean);
  return said.length === 0 ? "All listings" : said.join(", ");
}

/** ISO 3166-1 alpha-2 in small letters: only what has a name is one. */
function isCountry(key: string): boolean {
  return /^[a-z]{2}$/.test(key) && !["zz", key, key.toUpperCase(), "Unknown Region"].includes(countryName(key));
}

function pair(name: string, value: string | false | null): string[][] {
  return value ? [[name, value]] : [];
}

function readPosition(given: string): Position {
  const at = given.indexOf("-");
  return { value: Number(given.slice(0, at)), id: given.slice(at + 1) };
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return values.some((known) => known === value);
}
