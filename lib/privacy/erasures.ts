import { addErasures, eraseAccount, listErasures, type Erasure } from "@/db/queries/erasure";
import { pagesOf } from "@/lib/cohorts/csv";
import { isUuid } from "@/lib/typed-text";

const AN_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The ids of accounts that were erased, and when, one a line: what has to be kept apart from the database and its backups. */
export async function sayErasures(): Promise<string> {
  const lines: string[] = [];
  for await (const page of pagesOf<Erasure>((last) => listErasures(last?.userId ?? null))) {
    lines.push(...page.map(({ userId, at }) => `${userId} ${at.toISOString()}\n`));
  }
  return lines.join("");
}

export type Replayed = { listed: number; erased: number; lastAdmin: string[] };

/** Erases again every account whose id is the first in a line. Idempotent: who is gone already is nobody’s business any more. */
export async function replayErasures(text: string): Promise<Replayed> {
  const ids = [...new Set(text.split("\n").map((line) => AN_ID.exec(line)?.[0]))].filter(isUuid);
  const replayed: Replayed = { listed: ids.length, erased: 0, lastAdmin: [] };
  await addErasures(ids);
  for (const id of ids) {
    const answer = await eraseAccount(id);
    if (answer === "erased") replayed.erased += 1;
    if (answer === "last admin") replayed.lastAdmin.push(id);
  }
  return replayed;
}
