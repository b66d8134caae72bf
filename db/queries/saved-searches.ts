import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { openListings, savedSearches } from "@/db/schema/jobs";
import { matchOf } from "./listing-match";
import type { ListingSearch } from "./listings";

export type SavedSearch = { id: string; name: string; query: string; savedAt: Date; toldUntil: Date };

/** So many searches one person can save. */
export const MOST_SAVED = 20;

/** So many new listings of one search are counted. */
export const MOST_NEW = 100;

/** Idempotent by person and query: again, it takes the name. Null when the person has as many as can be saved. Answers its id. */
export async function saveSearch(userId: string, { name, query }: Pick<SavedSearch, "name" | "query">): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    with known as (
      update saved_searches set name = ${name} where user_id = ${userId} and query = ${query} returning id
    ), made as (
      insert into saved_searches (user_id, id, name, query)
      select ${userId}::uuid, ${uuidv7()}::uuid, ${name}::text, ${query}::text
      where not exists (select from known) and (select count(*) from saved_searches where user_id = ${userId}) < ${MOST_SAVED}
      returning id
    )
    select id from known union all select id from made`);
  return row?.id ?? null;
}

/** By name. */
export async function listSavedSearches(userId: string): Promise<SavedSearch[]> {
  return db
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query, savedAt: savedSearches.savedAt, toldUntil: savedSearches.toldUntil })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(asc(sql`lower(${savedSearches.name})`), asc(savedSearches.id))
    .limit(MOST_SAVED);
}

/** Open listings that match and were first read after a moment, by the id of the search; up to MOST_NEW of each. One statement for all. */
export async function countNewListings(searches: readonly { id: string; search: ListingSearch; currency: string; toldUntil: Date }[]): Promise<Map<string, number>> {
  if (searches.length === 0) return new Map();
  const counts = searches.map(
    ({ id, search, currency, toldUntil }) => sql`
      (select ${id}::text as id, count(*)::int as count from (
        select from ${openListings} where ${matchOf(search, currency)} and ${openListings.foundAt} > ${toldUntil.toISOString()}::timestamptz limit ${MOST_NEW}) fresh)`,
  );
  const rows = await db.execute<{ id: string; count: number }>(sql.join(counts, sql` union all `));
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** From now on only what comes later is new. Never goes back. Idempotent. `id` must be a uuid. */
export async function saveTold(userId: string, id: string, until: Date): Promise<void> {
  await db
    .update(savedSearches)
    .set({ toldUntil: sql`least(now(), greatest(${savedSearches.toldUntil}, ${until.toISOString()}::timestamptz))` })
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.id, id)));
}

/** Idempotent. `id` must be a uuid. */
export async function removeSavedSearch(userId: string, id: string): Promise<void> {
  await db.delete(savedSearches).where(and(eq(savedSearches.userId, userId), eq(savedSearches.id, id)));
}
