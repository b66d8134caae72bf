import { addImport, applyImport, confirmImport, countImport, endImport, holdImport, type ImportCounts } from "@/db/queries/job-imports";
import { putOffHost, saveValidators, type Source } from "@/db/queries/job-sources";
import { env } from "@/lib/env";
import { fetchSource } from "./fetch-source";
import { UnreadableSource } from "./formats/format";
import type { BadRow, GivenListing } from "./listing";
import { keep, readAll, readBody, type ReadAll } from "./read-all";

/** A source with fewer listings than this is held only when it has none left: the half of three is soon gone. */
const HELD_FROM = 4;

export type ImportAnswer =
  | { outcome: "done"; counts: ImportCounts; bad: BadRow[] }
  | { outcome: "unchanged" }
  | { outcome: "held"; found: number; last: number; bad: BadRow[] }
  | { outcome: "failed"; trouble: string; bad: BadRow[] }
  /** Another reading of the source is under way. */
  | { outcome: "busy" }
  /** An earlier reading is held, and a person has to decide about it first. */
  | { outcome: "undecided" };

/** Asks the source at its address and makes its answer the listings of the source. Whatever goes wrong, the last good set stays. */
export async function importSource(source: Source, startedBy: string | null): Promise<ImportAnswer> {
  return within(source, startedBy, async (importId) => {
    if (source.address === null) return { outcome: "failed", trouble: "The source has no address.", bad: [] };
    const answer = await fetchSource(source.address, { etag: source.etag, lastModified: source.lastModified, from: env.APP_URL });
    if (answer.kind === "unchanged") return { outcome: "unchanged" };
    if (answer.kind === "failed") {
      if (answer.retryAfterSeconds !== null) await putOffHost(new URL(source.address).hostname, answer.retryAfterSeconds);
      return { outcome: "failed", trouble: answer.trouble, bad: [] };
    }
    const read = await readAll(source, importId, answer.body);
    const done = await settle(source, importId, read);
    // Of several addresses the first cannot say that the others are the same.
    if (done.outcome === "done") await saveValidators(source.id, read.alone ? answer : { etag: null, lastModified: null });
    return done;
  });
}

/** The same for a body that was uploaded: it is all the source has. */
export async function importBody(source: Source, body: string, startedBy: string | null): Promise<ImportAnswer> {
  return within(source, startedBy, async (importId) => {
    const { listings, bad } = readBody(source, body);
    await keep(source.id, importId, listings);
    return settle(source, importId, { bad });
  });
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
  if (source.state === "held") return { outcome: "undecided" };
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

/** Makes what was read the listings of the source, unless it is too little to be believed. */
async function settle(source: Source, importId: string, { bad, trouble }: Pick<ReadAll, "bad" | "trouble">): Promise<ImportAnswer> {
  if (trouble !== undefined) return { outcome: "failed", trouble, bad };
  const { found, last } = await countImport(source.id, importId);
  if (found === 0 && bad.length > 0) return { outcome: "failed", trouble: `None of ${bad.length} listings could be read. ${bad[0]?.where}: ${bad[0]?.why}`, bad };
  if (last > 0 && (found === 0 || (last >= HELD_FROM && found * 2 < last))) {
    await holdImport(source.id, importId, found, `The source had ${last === 1 ? "1 listing" : `${last} listings`} and now has ${found || "none"}. Let it through, or leave the listings as they were.`);
    return { outcome: "held", found, last, bad };
  }
  const counts = await applyImport(source.id, importId, { whole: true });
  return counts ? { outcome: "done", counts, bad } : { outcome: "busy" };
}
