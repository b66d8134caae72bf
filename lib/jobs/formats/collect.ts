import { createHash } from "node:crypto";
import { z } from "zod";
import { givenListing, type BadRow, type GivenListing, type ReadListings } from "@/lib/jobs/listing";
import { distinct, lineOf } from "./lines";
import { UnreadableSource, type Context } from "./format";

type Said = string | null | undefined;

/** A listing as a format found it. What the source does not say is null or left out. */
export type Row = {
  externalId: Said;
  title: Said;
  company?: Said;
  places?: readonly Said[];
  countries?: readonly Said[];
  remote?: boolean | null;
  remoteFor?: Said;
  employment?: GivenListing["employment"];
  level?: GivenListing["level"];
  pay?: GivenListing["pay"];
  postedAt?: Date | null;
  validUntil?: Date | null;
  html?: string;
  language?: Said;
  /** May be relative to the address of the source. */
  url?: Said;
  applyUrl?: Said;
};

/** What stands in the place of a row that could not be made, and why, in a sentence. */
export type NoRow = { trouble: string; title?: Said };

type Found = { where: string; row: Row | NoRow };

const MOST_ROWS = 20_000;

/** Throws UnreadableSource for more rows than any board has: they would hold up everyone else. */
export function atMost<One>(rows: readonly One[]): readonly One[] {
  if (rows.length > MOST_ROWS) throw new UnreadableSource(`It has ${rows.length.toLocaleString("en-IN")} listings. At most 20,000 are read at once.`);
  return rows;
}

/** Parses each of a list as `schema` and makes a row of it; null from `toRow` leaves it out without a word: it is not meant to be seen. */
export function readRows<Kind extends z.ZodType>(list: readonly unknown[], schema: Kind, context: Context, toRow: (one: z.infer<Kind>) => Row | NoRow | null): ReadListings {
  const rows = atMost(list).flatMap((one, index): Found[] => {
    const where = `listing ${index + 1}`;
    const parsed = schema.safeParse(one);
    if (!parsed.success) return [{ where, row: NO_OBJECT }];
    const row = toRow(parsed.data);
    return row ? [{ where, row }] : [];
  });
  return collect(rows, context);
}

/** Checks each row. Rows with the same id are one listing with the places of all; of the rest the first counts. */
export function collect(rows: readonly Found[], context: Context, bad: BadRow[] = []): ReadListings {
  const found = new Map<string, GivenListing>();
  for (const { where, row } of rows) {
    const title = lineOf(row.title);
    const refuse = (why: string) => bad.push({ where: title ? `${where}, “${shorten(title)}”` : where, why });
    if ("trouble" in row) {
      refuse(row.trouble);
      continue;
    }
    const parsed = givenListing.safeParse(complete(row, context));
    if (!parsed.success) {
      refuse(sayTrouble(parsed.error.issues[0]));
      continue;
    }
    const listing = parsed.data;
    const first = found.get(listing.externalId);
    if (!first) found.set(listing.externalId, listing);
    else if (first.title !== listing.title) refuse(`Its id “${shorten(listing.externalId)}” is that of “${shorten(first.title)}” already.`);
    else {
      first.places = distinct([...first.places, ...listing.places]).slice(0, MOST_PLACES);
      first.countries = distinct([...first.countries, ...listing.countries]).slice(0, MOST_PLACES);
    }
  }
  return { listings: [...found.values()], bad, more: [] };
}

const NO_OBJECT: NoRow = { trouble: "It is not an object with fields." };
const MOST_PLACES = 50;
const LONGEST_ID = 300;

function complete(row: Row, { company, address }: Context) {
  const url = absolute(row.url, address);
  const applyUrl = absolute(row.applyUrl, address);
  const id = lineOf(row.externalId) ?? "";
  return {
    // Addresses serve as ids, and some are long.
    externalId: id.length > LONGEST_ID ? createHash("sha256").update(id).digest("hex") : id,
    title: lineOf(row.title) ?? "",
    company: lineOf(row.company) ?? company,
    places: distinct((row.places ?? []).map(shortLine)).slice(0, MOST_PLACES),
    countries: distinct(row.countries ?? []).slice(0, MOST_PLACES),
    remote: row.remote ?? null,
    remoteFor: shortLine(row.remoteFor),
    employment: row.employment ?? null,
    level: row.level ?? null,
    pay: row.pay ?? null,
    postedAt: row.postedAt ?? null,
    validUntil: row.validUntil ?? null,
    html: row.html ?? "",
    language: row.language ?? null,
    url: url ?? applyUrl,
    applyUrl: applyUrl ?? url,
  };
}

/** A place is a name: what is longer than 200 characters is cut. */
function shortLine(words: Said): string | null {
  return lineOf(lineOf(words)?.slice(0, 200));
}

function absolute(link: Said, base: string | null): string | null {
  if (!link || !URL.canParse(link, base ?? undefined)) return null;
  const { href, protocol } = new URL(link, base ?? undefined);
  return /^https?:$/.test(protocol) && givenListing.shape.url.safeParse(href).success ? href : null;
}

function sayTrouble(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path[0];
  const long = issue?.code === "too_big";
  if (field === "externalId") return "It has no id.";
  if (field === "title") return long ? "Its title is longer than 300 characters." : "It has no title.";
  if (field === "company") return long ? "The name of its company is longer than 200 characters." : "It names no company.";
  if (field === "html") return "Its description is longer than 200,000 characters.";
  return `Its field “${String(field)}” cannot be used.`;
}

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}
