import { addErasures, eraseAccount, listErasures, type Erasure } from "@/db/queries/erasure";
import { pagesOf } from "@/lib/cohorts/csv";
import { isUuid } from "@/lib/typed-text";

/** Of the log, where the id of the request stands before it, or of what `sayErasures` says. */
const ERASED = [/The account (\S+) was erased\./, /^([0-9a-f-]{36})\b/];

/**
 * The ids of accounts that were erased, and when, one a line: what has to be kept apart from the database and its backups. Whoever was listed
 * `before` stays: a database that was brought back knows less than the list.
 */
export async function sayErasures(before = ""): Promise<string> {
  const lines = new Map(before.split("\n").flatMap((line) => (isUuid(erasedIn(line)) ? [[erasedIn(line), line]] : [])));
  for await (const page of pagesOf<Erasure>((last) => listErasures(last?.userId ?? null))) {
    for (const { userId, at } of page) lines.set(userId, `${userId} ${at.toISOString()}`);
  }
  return [...lines.values()].map((line) => `${line}\n`).join("");
}

export type Replayed = { listed: number; erased: number; lastAdmin: string[] };

/** Erases again every account that a line begins with, or says of that it was erased. Idempotent: who is gone already is nobody’s business any more. */
export async function replayErasures(text: string): Promise<Replayed> {
  const ids = [...new Set(text.split("\n").map(erasedIn))].filter(isUuid);
  const replayed: Replayed = { listed: ids.length, erased: 0, lastAdmin: [] };
  await addErasures(ids);
  for (const id of ids) {
    const answer = await eraseAccount(id);
    if (answer === "erased") replayed.erased += 1;
    if (answer === "last admin") replayed.lastAdmin.push(id);
  }
  return replayed;
}

function erasedIn(line: string): string | undefined {
  for (const pattern of ERASED) {
    const [, id] = pattern.exec(line) ?? [];
    if (id) return id;
  }
  return undefined;
}
