import { addImportRows, keepKnown, listWhole } from "@/db/queries/job-imports";
import { putOffHost, type Source } from "@/db/queries/job-sources";
import { env } from "@/lib/env";
import { fetchSource, SHORT_REST_S } from "./fetch-source";
import { UnreadableSource } from "./formats/format";
import { formats } from "./formats/formats";
import type { BadRow, Further, GivenListing, ReadListings } from "./listing";
import { refine } from "./refine";
import { loadLanguages } from "./text-language";

/** Pages of a list that one reading follows, one a second. */
const MOST_PAGES = 200;
/** For so long single listings are read for their descriptions; a reading has ten minutes. */
const DETAILS_MS = 6 * 60_000;
/** After so many single listings that could not be read, the others wait for the next reading. */
const MOST_FAILED = 5;
const TRIES = 3;
const BATCH = 200;

export type ReadAll = {
  bad: BadRow[];
  /** The first address was all there is to read. */
  alone: boolean;
  /** Why the list could not be read to its end: half of it is no list. */
  trouble?: string;
};

/** Reads what the first answer of a source leads to, and keeps each listing for its import. Throws UnreadableSource for what is not its format. */
export async function readAll(source: Source, importId: string, first: string): Promise<ReadAll> {
  const began = performance.now();
  const bad: BadRow[] = [];
  const pages: Further[] = [];
  const details = new Map<string, Further>();
  const seen = new Set<string>();
  let body = first;
  for (;;) {
    const { listings, bad: worse, more } = readBody(source, body);
    bad.push(...worse);
    await keep(source.id, importId, listings);
    for (const further of more) {
      if (seen.has(further.address)) continue;
      seen.add(further.address);
      if (further.of === null) pages.push(further);
      else details.set(further.of, further);
    }
    const next = pages.shift();
    if (!next) break;
    const count = seen.size - details.size;
    const answer = count > MOST_PAGES ? { trouble: `The source has more than ${MOST_PAGES} pages.` } : await ask(next.address);
    if ("trouble" in answer) return { bad, alone: false, trouble: answer.trouble };
    body = answer.body;
  }
  if (details.size > 0) await readDetails(source, importId, details, began);
  return { bad, alone: seen.size === 0 };
}

/**
 * Reads single listings for as long as there is time: first those that have no description yet, then the others in another order each time.
 * A listing that was not read stays as it is known.
 */
async function readDetails(source: Source, importId: string, details: Map<string, Further>, began: number): Promise<void> {
  const whole = await listWhole(source.id);
  const unread = new Set(details.keys());
  let failed = 0;
  for (const { address, of } of inOrder([...details.values()], whole)) {
    if (performance.now() - began > DETAILS_MS || failed >= MOST_FAILED) break;
    const answer = await ask(address);
    if ("trouble" in answer) {
      if (answer.resting) break;
      failed++;
      continue;
    }
    const listing = readDetail(source, answer.body).find(({ externalId }) => externalId === of);
    if (!listing) {
      failed++;
      continue;
    }
    await keep(source.id, importId, [listing]);
    unread.delete(listing.externalId);
  }
  await keepKnown(source.id, importId, [...unread]);
}

/** Nothing where the answer is not the format: the entry of the list is enough for now. */
function readDetail(source: Source, body: string): GivenListing[] {
  try {
    return readBody(source, body).listings;
  } catch (error) {
    if (error instanceof UnreadableSource) return [];
    throw error;
  }
}

function inOrder(details: Further[], whole: ReadonlySet<string>): Further[] {
  const known = ({ of }: Further) => of !== null && whole.has(of);
  const again = details.filter(known);
  const from = Math.floor(Math.random() * again.length);
  return [...details.filter((further) => !known(further)), ...again.slice(from), ...again.slice(0, from)];
}

/** `resting`: the host wants to be left alone for longer than one waits here. */
async function ask(address: string): Promise<{ body: string } | { trouble: string; resting: boolean }> {
  for (let tries = 1; ; tries++) {
    const answer = await fetchSource(address, { etag: null, lastModified: null, from: env.APP_URL });
    if (answer.kind === "read") return { body: answer.body };
    const rest = answer.kind === "failed" ? answer.retryAfterSeconds : null;
    if (rest !== null && rest <= SHORT_REST_S && tries < TRIES) continue;
    if (rest !== null) await putOffHost(new URL(address).hostname, rest);
    return { trouble: answer.kind === "failed" ? answer.trouble : "A page answered nothing.", resting: rest !== null };
  }
}

/** Throws UnreadableSource for what is not the format of the source. */
export function readBody(source: Source, body: string): ReadListings {
  const format = formats[source.format];
  if (!format) throw new UnreadableSource("Listings of this source are typed in by hand.");
  return format.read(body, { company: source.name, address: source.address });
}

/** Keeps listings for an import, out of sight until it is applied. */
export async function keep(sourceId: string, importId: string, listings: GivenListing[]): Promise<void> {
  const languageOf = listings.some(({ language }) => language === null) ? await loadLanguages() : undefined;
  for (let from = 0; from < listings.length; from += BATCH) {
    const rows = listings.slice(from, from + BATCH).map((given) => ({ externalId: given.externalId, listing: refine(given, languageOf) }));
    await addImportRows(sourceId, importId, rows);
    // Whoever waits for a page comes first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
