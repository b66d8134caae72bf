import { addImport, addImportRows, applyImport, confirmImport, countImport, endImport, holdImport, type ImportCounts } from "@/db/queries/job-imports";
import { saveValidators, type Source } from "@/db/queries/job-sources";
import { env } from "@/lib/env";
import { fetchSource } from "./fetch-source";
import { UnreadableSource } from "./formats/format";
import { formats } from "./formats/formats";
import type { BadRow, GivenListing } from "./listing";
import { refine } from "./refine";

/** A source with fewer open listings than this is never held: the half of three is soon gone. */
const HELD_FROM = 4;
/** Further addresses that one reading follows, one a second: it ends within its ten minutes. */
const MOST_PAGES = 400;
const BATCH = 200;

export type ImportAnswer =
  | { outcome: "done"; counts: ImportCounts; bad: BadRow[] }
  | { outcome: "unchanged" }
  | { outcome: "held"; found: number; open: number; bad: BadRow[] }
  | { outcome: "failed"; trouble: string; bad: BadRow[] }
  /** Another reading of the source is under way. */
  | { outcome: "busy" };

/** Asks the source at its address and makes its answer the listings of the source. Whatever goes wrong, the last good set stays. */
export async function importSource(source: Source, startedBy: string | null): Promise<ImportAnswer> {
  return within(source, startedBy, async (importId) => {
    if (source.address === null) return { outcome: "failed", trouble: "The source has no address.", bad: [] };
    const answer = await fetchSource(source.address, { etag: source.etag, lastModified: source.lastModified, from: env.APP_URL });
    if (answer.kind === "unchanged") return { outcome: "unchanged" };
    if (answer.kind === "failed") return { outcome: "failed", trouble: answer.trouble, bad: [] };
    const read = await readAll(source, importId, answer.body, { follow: true });
    const done = await settle(source, importId, read);
    // Of several addresses the first cannot say that the others are the same.
    if (done.outcome === "done") await saveValidators(source.id, read.pages === 1 ? answer : { etag: null, lastModified: null });
    return done;
  });
}

/** The same for a body that was uploaded: it is all the source has. */
export async function importBody(source: Source, body: string, startedBy: string | null): Promise<ImportAnswer> {
  return within(source, startedBy, async (importId) => settle(source, importId, await readAll(source, importId, body, { follow: false })));
}

/** Adds or changes one listing; the others of the source stay. */
export async function importOne(source: Source, given: GivenListing, startedBy: string | null): Promise<ImportAnswer> {
  return within(source, startedBy, async (importId) => {
    await keep(source.id, importId, [given]);
    const counts = await applyImport(source.id, importId, { whole: false });
    return counts ? { outcome: "done", counts, bad: [] } : { outcome: "busy" };
  });
}

async function within(source: Source, startedBy: string | null, work: (importId: string) => Promise<ImportAnswer>): Promise<ImportAnswer> {
  const importId = await addImport(source.id, startedBy);
  if (!importId) return { outcome: "busy" };
  try {
    const answer = await work(importId);
    if (answer.outcome === "failed") await endImport(source.id, importId, "failed", answer.trouble);
    if (answer.outcome === "unchanged") await confirmImport(source.id, importId);
    return answer;
  } catch (error) {
    const trouble = error instanceof UnreadableSource ? error.message : "The answer could not be taken in. The log says more.";
    await endImport(source.id, importId, "failed", trouble);
    if (!(error instanceof UnreadableSource)) console.error(error);
    return { outcome: "failed", trouble, bad: [] };
  }
}

/** `trouble`: not all could be read. */
type Read = { bad: BadRow[]; pages: number; trouble?: string };

async function readAll(source: Source, importId: string, first: string, { follow }: { follow: boolean }): Promise<Read> {
  const format = formats[source.format];
  if (!format) throw new UnreadableSource("Listings of this source are typed in by hand.");
  const context = { company: source.name, address: source.address };
  const bad: BadRow[] = [];
  const waiting: string[] = [];
  const known = new Set<string>();
  let body = first;
  for (let pages = 1; ; pages++) {
    const { listings, bad: worse, more } = format.read(body, context);
    bad.push(...worse);
    await keep(source.id, importId, listings);
    const further = follow ? more.filter((address) => !known.has(address)) : [];
    for (const address of further) known.add(address);
    waiting.push(...further);
    const next = waiting.shift();
    if (next === undefined) return { bad, pages };
    if (known.size > MOST_PAGES) return { bad, pages, trouble: `The source has more than ${MOST_PAGES} pages.` };
    const answer = await fetchSource(next, { etag: null, lastModified: null, from: env.APP_URL });
    // One page that fails leaves a half: the last good set is better.
    if (answer.kind !== "read") return { bad, pages, trouble: answer.kind === "failed" ? answer.trouble : "A page answered nothing." };
    body = answer.body;
  }
}

/** Makes what was read the listings of the source, unless it is too little to be believed. */
async function settle(source: Source, importId: string, { bad, trouble }: Read): Promise<ImportAnswer> {
  if (trouble !== undefined) return { outcome: "failed", trouble, bad };
  const { found, open } = await countImport(source.id, importId);
  if (found === 0 && bad.length > 0) return { outcome: "failed", trouble: `None of ${bad.length} listings could be read. ${bad[0]?.where}: ${bad[0]?.why}`, bad };
  if (open >= HELD_FROM && found * 2 < open) {
    await holdImport(source.id, importId, found, `The source had ${open} listings and now has ${found}. Let it through, or leave the listings as they were.`);
    return { outcome: "held", found, open, bad };
  }
  const counts = await applyImport(source.id, importId, { whole: true });
  return counts ? { outcome: "done", counts, bad } : { outcome: "busy" };
}

async function keep(sourceId: string, importId: string, listings: GivenListing[]): Promise<void> {
  for (let from = 0; from < listings.length; from += BATCH) {
    const rows = listings.slice(from, from + BATCH).map((given) => ({ externalId: given.externalId, listing: refine(given) }));
    await addImportRows(sourceId, importId, rows);
    // Whoever waits for a page comes first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
