import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, inTurn } from "@/db/client";
import { jobImportRows } from "@/db/schema/jobs";

/** An import that has not ended within this time was cut off, and another may begin. */
const CUT_OFF_MINUTES = 10;

/** Of imports over all servers one is applied at a time, and sees what the one before it added: else the same job of two sources is two listings. */
const APPLYING = 61_750_126;

/**
 * Begins to read a source, and throws away what one that was cut off had read; null when another reading of it is under way, however close
 * together the two began.
 */
export async function addImport(sourceId: string, startedBy: string | null): Promise<string | null> {
  const rows = await db.execute<{ id: string }>(sql`
    with cut_off as (
      update job_imports set ended_at = now(), outcome = 'failed', trouble = 'The reading was cut off.'
      where source_id = ${sourceId} and outcome = 'running' and began_at <= now() - make_interval(mins => ${CUT_OFF_MINUTES})
      returning id
    ), left_over as (
      delete from job_import_rows r
      where source_id = ${sourceId} and not exists (
        select from job_imports i
        where i.source_id = r.source_id and i.id = r.import_id and (i.outcome = 'held' or (i.outcome = 'running' and i.began_at > now() - make_interval(mins => ${CUT_OFF_MINUTES}))))
    )
    insert into job_imports (source_id, id, started_by)
    select id, ${uuidv7()}::uuid, ${startedBy}::uuid from job_sources
    where id = ${sourceId} and (select count(*) from cut_off) >= 0
    on conflict do nothing
    returning id`);
  return rows[0]?.id ?? null;
}

/** Rows of an import, out of sight until it is applied. A row with the id of an earlier one replaces it. */
export async function addImportRows(sourceId: string, importId: string, rows: { externalId: string; listing: object }[]): Promise<void> {
  const unique = [...new Map(rows.map((row) => [row.externalId, row])).values()];
  if (unique.length === 0) return;
  await db
    .insert(jobImportRows)
    .values(unique.map((row) => ({ ...row, sourceId, importId })))
    .onConflictDoUpdate({ target: [jobImportRows.sourceId, jobImportRows.importId, jobImportRows.externalId], set: { listing: sql`excluded.listing` } });
}

/** The ids of a source's listings that have a description. */
export async function listWhole(sourceId: string): Promise<Set<string>> {
  const rows = await db.execute<{ externalId: string }>(sql`
    select p.external_id as "externalId" from postings p join listings l on l.id = p.listing_id where p.source_id = ${sourceId} and l.description <> ''`);
  return new Set(rows.map(({ externalId }) => externalId));
}

/** Rows of an import of which only the entry of a list was read: those whose listing is known leave it as it is. */
export async function keepKnown(sourceId: string, importId: string, externalIds: string[]): Promise<void> {
  await db.execute(sql`
    update job_import_rows r set listing = r.listing || jsonb_build_object('hash', p.hash)
    from postings p
    where r.source_id = ${sourceId} and r.import_id = ${importId} and r.external_id in (select jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb))
      and p.source_id = r.source_id and p.external_id = r.external_id`);
}

/** How many listings an import read, and how many the last reading that was applied gave. */
export async function countImport(sourceId: string, importId: string): Promise<{ found: number; last: number }> {
  const [row] = await db.execute<{ found: number; last: number }>(sql`
    select (select count(*)::int from job_import_rows where source_id = ${sourceId} and import_id = ${importId}) as found,
      (select count(*)::int from postings where source_id = ${sourceId} and closed_at is null and missing = 0) as last`);
  return row ?? { found: 0, last: 0 };
}

export type ImportCounts = { found: number; added: number; changed: number; closed: number; reopened: number };

/**
 * Makes the rows of an import the source's listings, all in one statement: what it read is added, changed or reopened, what it did not
 * read for the second time is closed, and the rows are gone. Null when the import is not running or held any more: it was applied already; or when
 * its connection was lost before it began: nothing was changed, and it can be applied again.
 *
 * A posting keeps its listing for good. A new one joins an open listing of the same identity that has no posting of this source, so that the
 * same job from two sources is one listing, and two openings of one source are two; what closed before is another opening. `whole`: the
 * rows are all the source has; else nothing counts as missing. `at` is when it was read: unless it is said, the moment at which the statement
 * has its turn, by the database’s clock, so that whoever has seen the listings of one moment has seen those of all before it.
 */
export async function applyImport(sourceId: string, importId: string, { whole, at }: { whole: boolean; at?: Date }): Promise<ImportCounts | null> {
  return inTurn(APPLYING, async (own, holdsTurn) => {
    // The rows are minutes old: without figures of them the plan compares each with each.
    await own.execute(sql`analyze job_import_rows`);
    const [counts] = await own.execute<ImportCounts>(appliedImport({ sourceId, importId, whole, holdsTurn, now: at ? sql`${at.toISOString()}::timestamptz` : sql`now()` }));
    return counts ?? null;
  });
}

const appliedImport = ({ sourceId, importId, whole, holdsTurn, now }: { sourceId: string; importId: string; whole: boolean; holdsTurn: SQL; now: SQL }) => sql`
  with import as materialized (
    select id from job_imports where source_id = ${sourceId} and id = ${importId} and outcome in ('running', 'held') and ${holdsTurn} for update
  ), read as materialized (
    select r.external_id, l.*
    from import join job_import_rows r on r.source_id = ${sourceId} and r.import_id = import.id
    cross join lateral jsonb_to_record(r.listing) as l (
      "id" uuid, "slug" text, "identity" text, "title" text, "company" text, "places" jsonb, "placeKeys" jsonb, "remote" boolean, "remoteFor" text,
      "employment" text, "level" text, "role" text, "payFrom" int, "payTo" int, "payCurrency" text, "payPeriod" text, "payYearly" int,
      "postedAt" timestamptz, "validUntil" timestamptz, "description" text, "language" text, "asks" jsonb, "skills" jsonb, "words" text,
      "url" text, "applyUrl" text, "hash" text, "sample" boolean)
  ), known as materialized (
    select p.external_id, p.listing_id, p.hash, p.closed_at is not null as was_closed from postings p where p.source_id = ${sourceId} and exists (select from import)
  ), fresh as materialized (
    select external_id, id, identity, row_number() over (partition by identity order by external_id) as place
    from read where not exists (select from known where known.external_id = read.external_id)
  ), elsewhere as (
    select l.id, l.identity, row_number() over (partition by l.identity order by l.id) as place
    from listings l
    where l.identity in (select identity from fresh) and l.closed_at is null and (l.valid_until is null or l.valid_until > ${now}) and not exists (select from postings p where p.listing_id = l.id and p.source_id = ${sourceId})
  ), placed as materialized (
    select f.external_id, coalesce(e.id, f.id) as listing_id, e.id is null as is_new from fresh f left join elsewhere e on e.identity = f.identity and e.place = f.place
  ), added as (
    insert into listings (id, slug, identity, title, company, places, place_keys, remote, remote_for, employment, level, role, pay_from, pay_to,
      pay_currency, pay_period, pay_yearly, posted_at, valid_until, description, language, asks, skills, sample, hash, words, found_at, changed_at)
    select r.id, r.slug, r.identity, r.title, r.company, r.places, array(select jsonb_array_elements_text(r."placeKeys")), r.remote, r."remoteFor",
      r.employment, r.level, r.role, r."payFrom", r."payTo", r."payCurrency", r."payPeriod", r."payYearly", least(coalesce(r."postedAt", ${now}), ${now}), r."validUntil",
      r.description, r.language, r.asks, array(select jsonb_array_elements_text(r.skills)), coalesce(r.sample, false), r.hash, r.words, ${now}, ${now}
    from placed join read r using (external_id) where placed.is_new
    returning id
  ), same_again as materialized (
    select k.external_id, k.listing_id, k.was_closed, k.hash <> r.hash as differs from known k join read r using (external_id)
  ), changed as (
    update listings l set identity = r.identity, title = r.title, company = r.company, places = r.places,
      place_keys = array(select jsonb_array_elements_text(r."placeKeys")), remote = r.remote, remote_for = r."remoteFor", employment = r.employment,
      level = r.level, role = r.role, pay_from = r."payFrom", pay_to = r."payTo", pay_currency = r."payCurrency", pay_period = r."payPeriod",
      pay_yearly = r."payYearly", posted_at = least(coalesce(r."postedAt", l.posted_at), ${now}), valid_until = r."validUntil", description = r.description,
      language = r.language, asks = r.asks, skills = array(select jsonb_array_elements_text(r.skills)), hash = r.hash, words = r.words,
      changed_at = ${now}, closed_at = null
    from same_again s join read r using (external_id) where l.id = s.listing_id and s.differs
  ), reopened as (
    update listings l set closed_at = null
    where l.closed_at is not null and l.id in (select listing_id from same_again where was_closed and not differs)
  ), posted as (
    insert into postings (source_id, external_id, listing_id, url, apply_url, hash, found_at)
    select ${sourceId}::uuid, external_id, placed.listing_id, r.url, r."applyUrl", r.hash, ${now} from placed join read r using (external_id)
  ), seen as (
    update postings p set url = r.url, apply_url = r."applyUrl", hash = r.hash, missing = 0, closed_at = null
    from read r join known k using (external_id)
    where p.source_id = ${sourceId} and p.external_id = r.external_id and (p.hash <> r.hash or p.missing > 0 or p.closed_at is not null)
  ), missed as (
    update postings p set missing = p.missing + 1, closed_at = case when p.missing + 1 >= 2 then ${now} end
    where ${whole}::boolean and p.source_id = ${sourceId} and p.closed_at is null and exists (select from import)
      and not exists (select from read r where r.external_id = p.external_id)
    returning p.external_id, p.listing_id, p.closed_at
  ), closed as (
    update listings l set closed_at = ${now}
    where l.id in (select listing_id from missed where closed_at is not null)
      and not exists (select from postings p where p.listing_id = l.id and p.source_id <> ${sourceId} and p.closed_at is null)
  ), told as (
    insert into posting_events (source_id, external_id, at, what)
    select ${sourceId}::uuid, external_id, ${now}, what from (
      select external_id, 'opened' as what from placed
      union all select external_id, 'reopened' from same_again where was_closed
      union all select external_id, 'closed' from missed where closed_at is not null
    ) events
  ), cleared as (
    delete from job_import_rows where source_id = ${sourceId} and import_id in (select id from import)
  )
  update job_imports i set outcome = 'done', ended_at = now(), trouble = null, found = (select count(*) from read), added = (select count(*) from placed),
    changed = (select count(*) from same_again where differs), closed = (select count(*) from missed where closed_at is not null),
    reopened = (select count(*) from same_again where was_closed)
  from import where i.source_id = ${sourceId} and i.id = import.id
  returning i.found, i.added, i.changed, i.closed, i.reopened`;

/**
 * Closes all that a source has open, pauses it, and ends a reading of it that is under way. What another source has open stays, and what the source
 * is found to have later is back. Answers how many listings it closed. Idempotent.
 */
export async function closeSource(sourceId: string): Promise<number> {
  return inTurn(APPLYING, async (own, holdsTurn) => {
    const [row] = await own.execute<{ closed: number }>(sql`
      with gone as (
        update postings set closed_at = now() where source_id = ${sourceId} and closed_at is null and ${holdsTurn} returning external_id, listing_id
      ), closed as (
        update listings l set closed_at = now()
        where l.closed_at is null and l.id in (select listing_id from gone)
          and not exists (select from postings p where p.listing_id = l.id and p.source_id <> ${sourceId} and p.closed_at is null)
        returning l.id
      ), told as (
        insert into posting_events (source_id, external_id, at, what) select ${sourceId}::uuid, external_id, now(), 'closed' from gone
      ), paused as (
        -- Its next answer is read whole, also when it did not change.
        update job_sources set state = case state when 'on' then 'paused' else state end, etag = null, last_modified = null where id = ${sourceId}
      ), ended as (
        update job_imports set outcome = 'failed', ended_at = now(), trouble = 'The listings of this source were closed meanwhile.'
        where source_id = ${sourceId} and outcome = 'running' and ${holdsTurn}
      )
      select count(*)::int as closed from closed`);
    return row?.closed ?? 0;
  });
}

/** Keeps what was read out of sight until a person looks: the source asks no more, and its listings stay as they are. */
export async function holdImport(sourceId: string, importId: string, found: number, trouble: string): Promise<void> {
  await db.execute(sql`
    with held as (
      update job_imports set outcome = 'held', ended_at = now(), found = ${found}, trouble = ${trouble}
      where source_id = ${sourceId} and id = ${importId} and outcome = 'running' returning source_id
    )
    update job_sources set state = 'held' where id in (select source_id from held)`);
}

/** Ends an import whose source says that nothing changed: a reading of what is open, which stays as it is. */
export async function confirmImport(sourceId: string, importId: string): Promise<void> {
  await db.execute(sql`
    update job_imports set outcome = 'unchanged', ended_at = now(), added = 0, changed = 0, closed = 0, reopened = 0,
      found = (select count(*) from postings where source_id = ${sourceId} and closed_at is null and missing = 0)
    where source_id = ${sourceId} and id = ${importId} and outcome = 'running'`);
}

/** Ends an import that went wrong or was dropped; its rows are gone, and the listings stay as they are. */
export async function endImport(sourceId: string, importId: string, outcome: "failed" | "dropped", trouble: string): Promise<void> {
  await db.execute(sql`
    with cleared as (
      delete from job_import_rows where source_id = ${sourceId} and import_id = ${importId}
    )
    update job_imports set outcome = ${outcome}, ended_at = now(), trouble = ${trouble}
    where source_id = ${sourceId} and id = ${importId} and outcome in ('running', 'held')`);
}
