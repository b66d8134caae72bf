import "server-only";
import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { listings, openListings, savedSearches, savedSearchNews } from "@/db/schema/jobs";
import { env } from "@/lib/env";
import type { NewsMail } from "@/lib/jobs/words";
import { consentOf } from "./consents";
import { matchOf } from "./listing-match";
import type { ListingSearch } from "./listings";
import { addMailForAll } from "./outbox";

export type SavedSearch = { id: string; name: string; query: string; mail: NewsMail; savedAt: Date; toldUntil: Date };

/** So many searches one person can save. */
export const MOST_SAVED = 20;

/** So many new listings of one search are counted. */
export const MOST_NEW = 100;

/** After all that is found: to the millisecond that a Date has. */
const SEEN = sql`date_trunc('milliseconds', max(found_at)) + interval '1 millisecond'`;

/** Idempotent by person and query: again, it takes the name and the wish for mail. Null when the person has as many as can be saved. Answers its id. */
export async function saveSearch(userId: string, { name, query, mail = "never" }: Pick<SavedSearch, "name" | "query"> & { mail?: NewsMail }): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    with known as (
      update saved_searches set name = ${name}, mail = ${mail} where user_id = ${userId} and query = ${query} returning id
    ), made as (
      insert into saved_searches (user_id, id, name, query, mail, told_until)
      -- Listings that are being taken in bear a moment that is past already.
      select ${userId}::uuid, ${uuidv7()}::uuid, ${name}::text, ${query}::text, ${mail}::text, least(now(), coalesce((select ${SEEN} from open_listings), now()))
      where not exists (select from known) and (select count(*) from saved_searches where user_id = ${userId}) < ${MOST_SAVED}
      returning id
    ), agreed as (
      ${newsConsent(userId, sql`(${mail} <> 'never' and exists (select from known union all select from made)) or exists (select from saved_searches where user_id = ${userId} and query <> ${query} and mail <> 'never')`)}
    )
    select id from known union all select id from made`);
  return row?.id ?? null;
}

/** By name. */
export async function listSavedSearches(userId: string): Promise<SavedSearch[]> {
  return db
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query, mail: savedSearches.mail, savedAt: savedSearches.savedAt, toldUntil: savedSearches.toldUntil })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(asc(sql`lower(${savedSearches.name})`), asc(savedSearches.id))
    .limit(MOST_SAVED);
}

/** A search of which a mail tells: of what came after `toldUntil` and up to `until`. */
type MailedSearch = Pick<SavedSearch, "id" | "name" | "query"> & { toldUntil: Date; until: Date };

/**
 * The searches of which the mail of a day tells, by name: on a Monday those of the week as well. Its time is the day or week before `hour`
 * of the installation’s day, less some minutes and what the person has seen already.
 */
export async function listMailedSearches(userId: string, { day, hour }: { day: string; hour: number }): Promise<MailedSearch[]> {
  const until = endOf(day, hour);
  const rows = await db.execute<{ id: string; name: string; query: string; since: string; until: string }>(sql`
    select id, name, query, greatest(told_until, ${until} - case mail when 'week' then interval '7 days' else interval '1 day' end) as since, ${until} as until
    from saved_searches
    where user_id = ${userId} and ${mailedOn(day)} and not exists (select from users where id = ${userId} and under_18)
    order by lower(name), id`);
  return rows.map(({ since, until: end, ...search }) => ({ ...search, toldUntil: new Date(since), until: new Date(end) }));
}

/** Listings bear the moment at which their import began to be applied, and are seen when it is through: some minutes later at the most. */
function endOf(day: string, hour: number): SQL {
  return sql`(((${day}::date + make_interval(hours => ${hour})) at time zone ${env.TIME_ZONE}) - interval '5 minutes')`;
}

function mailedOn(day: string): SQL {
  return sql`(mail = 'day' or (mail = 'week' and extract(isodow from ${day}::date) = 1))`;
}

/** One mail for each person of full age who is let in, with a search of which it tells, where any listing came in its time. Any number of calls write it once. */
export async function addListingMails({ day, hour }: { day: string; hour: number }): Promise<void> {
  const until = endOf(day, hour);
  await addMailForAll({
    mail: { kind: "listings", about: { day } },
    wanted: sql`not u.under_18 and exists (
      select 1 from saved_searches s
      where s.user_id = u.id and ${mailedOn(day)}
        and s.told_until < (select max(found_at) from open_listings)
        and ${until} - case s.mail when 'week' then interval '7 days' else interval '1 day' end < (select max(found_at) from open_listings))`,
  });
}

export type NewListing = Pick<typeof listings.$inferSelect, "slug" | "title" | "company" | "sample">;

/** What came in the time of each search, by its id: how many, up to MOST_NEW, and the newest `shown`. One statement for all. */
export async function listNewListings(searches: readonly (AskedSearch & { until: Date })[], shown: number): Promise<Map<string, { count: number; newest: NewListing[] }>> {
  if (searches.length === 0) return new Map();
  const each = searches.map(
    (asked) => sql`(
      select ${asked.id}::text as id, count(*)::int as count,
        coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'title', title, 'company', company, 'sample', sample) order by place) filter (where place <= ${shown}), '[]') as newest
      from (
        select slug, title, company, sample, row_number() over (order by posted_at desc, id desc) as place from (
          select slug, title, company, sample, ${listings.postedAt}, ${listings.id} from ${openListings} join ${listings} on ${listings.id} = ${openListings.listingId}
          where ${newTo(asked)} and ${openListings.foundAt} <= ${asked.until.toISOString()}::timestamptz
          order by ${openListings.postedAt} desc, ${openListings.listingId} desc limit ${MOST_NEW}) newest) placed)`,
  );
  const rows = await db.execute<{ id: string; count: number; newest: NewListing[] }>(sql.join(each, sql` union all `));
  return new Map(rows.map(({ id, ...fresh }) => [id, fresh]));
}

type AskedSearch = { id: string; search: ListingSearch; currency: string; toldUntil: Date };

/** Open listings that match and were first read after a moment. */
function newTo({ search, currency, toldUntil }: Pick<AskedSearch, "search" | "currency" | "toldUntil">): SQL {
  return sql`${matchOf(search, currency)} and ${openListings.foundAt} > ${toldUntil.toISOString()}::timestamptz`;
}

/** New listings by the id of the search; up to MOST_NEW of each. One statement for all. */
export async function countNewListings(searches: readonly AskedSearch[]): Promise<Map<string, number>> {
  if (searches.length === 0) return new Map();
  const counts = searches.map(
    (asked) => sql`(select ${asked.id}::text as id, count(*)::int as count from (select from ${openListings} where ${newTo(asked)} limit ${MOST_NEW}) fresh)`,
  );
  const rows = await db.execute<{ id: string; count: number }>(sql.join(counts, sql` union all `));
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Listings that are new in any of the searches, each counted once; up to MOST_NEW. Keeps the number for findStanding. One statement. */
export async function saveNews(userId: string, searches: readonly Omit<AskedSearch, "id">[]): Promise<number> {
  const each = searches.map((asked) => sql`(select ${openListings.listingId} from ${openListings} where ${newTo(asked)} limit ${MOST_NEW})`);
  const all = each.length === 0 ? sql`select null where false` : sql.join(each, sql` union `);
  const [row] = await db.execute<{ fresh: number }>(sql`
    insert into saved_search_news (user_id, fresh)
    select ${userId}::uuid, least(count(*), ${MOST_NEW}) from (${all}) fresh
    on conflict (user_id) do update set fresh = excluded.fresh, counted_at = excluded.counted_at
    returning fresh`);
  if (!row) throw new Error("An insert that answers its row answered none.");
  return row.fresh;
}

/** The moment up to which whoever looks now has seen all that was found. Null when there is no listing. */
export async function findSeenUntil(): Promise<Date | null> {
  const [row] = await db.execute<{ until: string | null }>(sql`select ${SEEN} as until from open_listings`);
  return row?.until ? new Date(row.until) : null;
}

/** From now on only what comes later is new. Never goes back. Idempotent. `id` must be a uuid. */
export async function saveTold(userId: string, id: string, until: Date): Promise<void> {
  await db
    .with(forgetNews(userId))
    .update(savedSearches)
    .set({ toldUntil: sql`least(now(), greatest(${savedSearches.toldUntil}, ${until.toISOString()}::timestamptz))` })
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.id, id)));
}

/** Writes down whether mail tells of any search, where a change makes that another answer than before. */
function newsConsent(userId: string, given: SQL): SQL {
  return consentOf("listing-news", sql`select ${userId}::uuid as user_id, ${given} as given`);
}

/** Whether mail tells of a search other than this one. */
const ofOthers = (userId: string, id: string) => sql`exists (select from saved_searches where user_id = ${userId} and id <> ${id} and mail <> 'never')`;

/** Idempotent. `id` must be a uuid. */
export async function saveSearchMail(userId: string, id: string, mail: NewsMail): Promise<void> {
  await db.execute(sql`
    with changed as (
      update saved_searches set mail = ${mail} where user_id = ${userId} and id = ${id} returning id
    )
    ${newsConsent(userId, sql`(${mail} <> 'never' and exists (select from changed)) or ${ofOthers(userId, id)}`)}`);
}

/** Of all searches of a person. Idempotent. */
export async function stopSearchMails(userId: string): Promise<void> {
  await db.execute(sql`
    with changed as (
      update saved_searches set mail = 'never' where user_id = ${userId} and mail <> 'never'
    )
    ${newsConsent(userId, sql`false`)}`);
}

/** Idempotent. `id` must be a uuid. */
export async function removeSavedSearch(userId: string, id: string): Promise<void> {
  await db.execute(sql`
    with forgotten as (
      delete from saved_search_news where user_id = ${userId}
    ), removed as (
      delete from saved_searches where user_id = ${userId} and id = ${id}
    )
    ${newsConsent(userId, ofOthers(userId, id))}`);
}

/** The number is counted anew when it is asked for next. */
function forgetNews(userId: string) {
  return db.$with("forgotten").as(db.delete(savedSearchNews).where(eq(savedSearchNews.userId, userId)).returning({ userId: savedSearchNews.userId }));
}
