import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** What a request may leave behind that changes nothing: tries that are counted, when a session was last seen, that an admin looked, that somebody was not let in, what reading counted. */
const COUNTS = ["tries", "saved_search_news"];
/** What the server does by itself a minute after its start: it would be taken for what a request did. */
const BY_ITSELF = ["retention_runs"];
const LOOKS = sql`select count(*) filter (where action !~ '\\.(read|export|refuse)$')::text as rows, coalesce(md5(string_agg(t::text, ' ' order by id) filter (where action !~ '\\.(read|export|refuse)$')), '') as hash from audit t`;
const SESSIONS = sql`select count(*)::text as rows, coalesce(md5(string_agg((to_jsonb(t) - 'last_seen_at')::text, ' ' order by id_hash)), '') as hash from sessions t`;

/** Rows and hash of every table. */
export type Fingerprint = Record<string, string>;

export async function fingerprint(): Promise<Fingerprint> {
  const tables = await db.execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`);
  const entries = tables
    .map(({ name }) => name)
    .filter((name) => ![...COUNTS, ...BY_ITSELF].includes(name))
    .map(async (name) => {
      const [row] = await db.execute<{ rows: string; hash: string }>(name === "audit" ? LOOKS : name === "sessions" ? SESSIONS : ofAll(name));
      return [name, `${row?.rows ?? ""} ${row?.hash ?? ""}`] as const;
    });
  return Object.fromEntries(await Promise.all(entries));
}

const ofAll = (name: string) => sql`select count(*)::text as rows, coalesce(md5(string_agg(h, '' order by h)), '') as hash from (select md5(t::text) as h from ${sql.identifier(name)} t) as hashes`;

/** The tables in which two differ. */
export function changed(before: Fingerprint, after: Fingerprint): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
