import { claimDueSource, saveSourceRead } from "@/db/queries/job-sources";
import { importSource } from "./importer";

const PAUSE_MS = 60_000;
let stopped = false;

/** Reads the sources that are due, one after the other, until the process ends. Of several servers each source is read by one. */
export function startImports(): void {
  process.once("SIGTERM", () => (stopped = true));
  setTimeout(() => void round(), PAUSE_MS).unref();
}

async function round(): Promise<void> {
  try {
    await readDueSources();
  } catch (error) {
    console.warn("Sources of listings are looked at again in a minute.", error instanceof Error ? error.message : error);
  }
  if (!stopped) setTimeout(() => void round(), PAUSE_MS).unref();
}

/** Reads what is due until nothing is. */
export async function readDueSources(): Promise<void> {
  while (!stopped) {
    const source = await claimDueSource();
    if (!source) return;
    const answer = await importSource(source, null);
    await saveSourceRead(source.id);
    if (answer.outcome === "failed" || answer.outcome === "held") console.warn(`The source ${source.id} was read: ${answer.outcome}. /admin/jobs says why.`);
  }
}
