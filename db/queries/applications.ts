import "server-only";
import { and, asc, desc, eq, gt, isNotNull, lte, ne, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { applications, applicationShares, applicationStages, listings } from "@/db/schema/jobs";
import type { Stage } from "@/lib/jobs/words";
import { accountsOf, held } from "./accounts-first";
import type { TaughtCohort } from "./cohorts";
import { consentOf } from "./consents";
import { isClosed } from "./listings";

/** The listing it was made from, as long as Milepost has it. Closed: nobody can apply there any more. */
type ListingOfApplication = { slug: string; closed: boolean };

/** Days as "2026-11-22". */
export type ListedApplication = {
  id: string;
  title: string;
  company: string;
  stage: Stage;
  nextAction: string;
  nextOn: string | null;
  changedAt: Date;
  listing: ListingOfApplication | null;
};

export type ApplicationSort = "next" | "company" | "changed";

export const MOST_LISTED = 500;

const listed = {
  id: applications.id,
  title: applications.title,
  company: applications.company,
  stage: applications.stage,
  nextAction: applications.nextAction,
  nextOn: applications.nextOn,
  changedAt: applications.changedAt,
  slug: listings.slug,
  closed: isClosed,
};

/** A left join answers columns, not a listing. */
function withListing<Row extends { slug: string | null; closed: boolean }>({ slug, closed, ...row }: Row) {
  return { ...row, listing: slug === null ? null : { slug, closed } };
}

const ORDERS: Record<ApplicationSort, SQL[]> = {
  next: [sql`${applications.nextOn} asc nulls last`, desc(applications.changedAt)],
  company: [sql`lower(${applications.company})`, sql`lower(${applications.title})`],
  changed: [desc(applications.changedAt)],
};

/** At most 500. */
export async function listApplications(userId: string, sort: ApplicationSort): Promise<ListedApplication[]> {
  const rows = await db
    .select(listed)
    .from(applications)
    .leftJoin(listings, eq(listings.id, applications.listingId))
    .where(eq(applications.userId, userId))
    .orderBy(...ORDERS[sort], desc(applications.id))
    .limit(MOST_LISTED);
  return rows.map(withListing);
}

/** What a learner writes of an application. Empty text is nothing written. */
export type ApplicationFields = {
  title: string;
  company: string;
  url: string | null;
  appliedOn: string | null;
  contact: string;
  nextAction: string;
  nextOn: string | null;
  notes: string;
};

export type Application = ApplicationFields & { id: string; stage: Stage; savedAt: Date; changedAt: Date; listing: ListingOfApplication | null };

const whole = {
  ...listed,
  url: applications.url,
  appliedOn: applications.appliedOn,
  contact: applications.contact,
  notes: applications.notes,
  savedAt: applications.savedAt,
};

/** `id` must be a uuid. */
export async function findApplication(userId: string, id: string): Promise<Application | null> {
  const [row] = await db
    .select(whole)
    .from(applications)
    .leftJoin(listings, eq(listings.id, applications.listingId))
    .where(and(eq(applications.userId, userId), eq(applications.id, id)));
  return row ? withListing(row) : null;
}

const EXPORT_PAGE = 500;

/** A page of all of them, in the order in which they were saved; `after` is the last id of the page before. */
export async function listApplicationsForExport(userId: string, after: string | null): Promise<Application[]> {
  const rows = await db
    .select(whole)
    .from(applications)
    .leftJoin(listings, eq(listings.id, applications.listingId))
    .where(and(eq(applications.userId, userId), after === null ? undefined : gt(applications.id, after)))
    .orderBy(asc(applications.id))
    .limit(EXPORT_PAGE);
  return rows.map(withListing);
}

export type StageChange = { stage: Stage; at: Date };

/** The stages of an application, the first one first. At most 500. */
export async function listStages(userId: string, applicationId: string): Promise<StageChange[]> {
  return db
    .select({ stage: applicationStages.stage, at: applicationStages.at })
    .from(applicationStages)
    .where(and(eq(applicationStages.userId, userId), eq(applicationStages.applicationId, applicationId)))
    .orderBy(asc(applicationStages.at))
    .limit(500);
}

export type NextAction = { id: string; title: string; company: string; nextAction: string; nextOn: string };

/** Next actions that have a day, up to `until` where it is given, the earliest first; none of closed applications. At most 500. */
export async function listNextActions(userId: string, until: string | null): Promise<NextAction[]> {
  const { id, title, company, nextAction, nextOn, stage } = applications;
  return db
    .select({ id, title, company, nextAction, nextOn: sql<string>`${nextOn}` })
    .from(applications)
    .where(and(eq(applications.userId, userId), isNotNull(nextOn), ne(stage, "closed"), until === null ? undefined : lte(nextOn, until)))
    .orderBy(asc(nextOn), asc(id))
    .limit(500);
}

export type ListingToSave = { id: string; title: string; company: string; closed: boolean };

/** `listingId` must be a uuid. */
export async function findListingToSave(listingId: string): Promise<ListingToSave | null> {
  const [row] = await db.select({ id: listings.id, title: listings.title, company: listings.company, closed: isClosed }).from(listings).where(eq(listings.id, listingId));
  return row ?? null;
}

/**
 * Makes the application of a listing, with its first stage. Idempotent by person and listing: the id of the one there is. Null when there
 * is no such listing. `listingId` must be a uuid.
 */
export async function saveListingAsApplication(userId: string, listingId: string): Promise<string | null> {
  const id = uuidv7();
  const rows = await db.execute<{ id: string }>(sql`
    with made as (
      insert into applications (user_id, id, listing_id, title, company, url)
      select ${userId}::uuid, ${id}::uuid, l.id, l.title, l.company, (
        select coalesce(p.apply_url, p.url) from postings p
        where p.listing_id = l.id and coalesce(p.apply_url, p.url) is not null
        order by p.closed_at nulls first, p.source_id limit 1)
      from listings l where l.id = ${listingId}
      -- Changes nothing, and so answers the row that another request has just made.
      on conflict (user_id, listing_id) do update set listing_id = excluded.listing_id
      returning id, stage
    ), noted as (
      insert into application_stages (user_id, application_id, stage)
      select ${userId}::uuid, id, stage from made where id = ${id}::uuid
    )
    select id from made`);
  return rows[0]?.id ?? null;
}

export type TypedApplication = ApplicationFields & { id: string; stage: Stage };

const WORDS = sql.raw("title, company, url, applied_on, contact, next_action, next_on, notes");

function wordsOf({ title, company, url, appliedOn, contact, nextAction, nextOn, notes }: ApplicationFields): SQL {
  return sql`${title}::text, ${company}::text, ${url}::text, ${appliedOn}::date, ${contact}::text, ${nextAction}::text, ${nextOn}::date, ${notes}::text`;
}

/** Makes an application, with its first stage. The same id with the same words is the same one, at the stage that was said last; with other words it is another one. Answers its id. */
export async function addApplication(userId: string, typed: TypedApplication): Promise<string> {
  const words = wordsOf(typed);
  const rows = await db.execute<{ id: string }>(sql`
    with known as (
      select (${WORDS}) is not distinct from (${words}) as same
      from applications where user_id = ${userId} and id = ${typed.id}
    ), made as (
      insert into applications (user_id, id, ${WORDS}, stage)
      select ${userId}::uuid, case when exists (select from known) then ${uuidv7()}::uuid else ${typed.id}::uuid end, ${words}, ${typed.stage}::text
      where not exists (select from known where same)
      on conflict (user_id, id) do nothing
      returning id, stage
    ), moved as (
      update applications set stage = ${typed.stage}, changed_at = now()
      where user_id = ${userId} and id = ${typed.id} and stage <> ${typed.stage} and exists (select from known where same)
      returning id, stage
    ), noted as (
      insert into application_stages (user_id, application_id, stage)
      select ${userId}::uuid, id, stage from made union all select ${userId}::uuid, id, stage from moved
    )
    select coalesce((select id from made), ${typed.id}::uuid) as id`);
  return rows[0]?.id ?? typed.id;
}

/** Everything but the stage, where it is as it `was`. Idempotent. False when it is another one by now, or the person has no such application. */
export async function saveApplicationFields(userId: string, { id, was, fields }: { id: string; was: ApplicationFields; fields: ApplicationFields }): Promise<boolean> {
  const { title, company, url, appliedOn, contact, nextAction, nextOn, notes } = fields;
  const rows = await db
    .update(applications)
    .set({ title, company, url, appliedOn, contact, nextAction, nextOn, notes, changedAt: sql`now()` })
    .where(and(eq(applications.userId, userId), eq(applications.id, id), sql`((${WORDS}) is not distinct from (${wordsOf(was)}) or (${WORDS}) is not distinct from (${wordsOf(fields)}))`))
    .returning({ id: applications.id });
  return rows.length === 1;
}

/**
 * Idempotent: at the same stage nothing changes, and its history gets no row. Whoever moves it to applied without having said when, applied
 * on `today`. False when the person has no such application.
 */
export async function saveStage(userId: string, change: { id: string; stage: Stage; today: string }): Promise<boolean> {
  const { id, stage, today } = change;
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(userId)}), moved as (
      update applications set stage = ${stage}, changed_at = now(),
        applied_on = case when ${stage} = 'applied' then coalesce(applied_on, ${today}::date) else applied_on end
      where ${held} and user_id = ${userId} and id = ${id} and stage <> ${stage}
      returning user_id, id, stage
    ), noted as (
      insert into application_stages (user_id, application_id, stage)
      select user_id, id, stage from moved
    )
    select 1 from applications where user_id = ${userId} and id = ${id}`);
  return rows.length === 1;
}

/** Takes this next action away, and none that was written since. Idempotent. */
export async function removeNextAction(userId: string, { id, nextAction, nextOn }: Pick<NextAction, "id" | "nextAction" | "nextOn">): Promise<void> {
  await db
    .update(applications)
    .set({ nextAction: "", nextOn: null, changedAt: sql`now()` })
    .where(and(eq(applications.userId, userId), eq(applications.id, id), eq(applications.nextAction, nextAction), eq(applications.nextOn, nextOn)));
}

/** With its history. Idempotent. */
export async function removeApplication(userId: string, id: string): Promise<void> {
  await db.delete(applications).where(and(eq(applications.userId, userId), eq(applications.id, id)));
}

/** Since when instructors may see the counts, or null. */
export async function findShare(userId: string): Promise<Date | null> {
  const [row] = await db.select({ sharedAt: applicationShares.sharedAt }).from(applicationShares).where(eq(applicationShares.userId, userId));
  return row?.sharedAt ?? null;
}

/** Idempotent. Acts at once. */
export async function saveShare(userId: string, shared: boolean): Promise<void> {
  const change = shared
    ? sql`insert into application_shares (user_id) values (${userId}::uuid) on conflict do nothing`
    : sql`delete from application_shares where user_id = ${userId}::uuid`;
  await db.execute(sql`
    with changed as (${change} returning user_id)
    ${consentOf("application-counts", sql`select user_id, ${shared}::boolean as given from changed`)}`);
}

export type StageCounts = Record<Stage, number>;

/**
 * How many applications stand at each stage. Null when the learner does not share it, is not enrolled in this cohort now, or the viewer
 * does not teach it: an admin who looks sees nothing. `learnerId` must be a uuid.
 */
export async function countSharedStages(cohort: TaughtCohort, learnerId: string): Promise<StageCounts | null> {
  const at = (stage: Stage) => sql`count(*) filter (where a.stage = ${stage})::int`;
  const rows = await db.execute<StageCounts>(sql`
    select ${at("saved")} as saved, ${at("applied")} as applied, ${at("interview")} as interview, ${at("offer")} as offer, ${at("closed")} as closed
    from application_shares s
    left join applications a on a.user_id = s.user_id
    where s.user_id = ${learnerId}
      and exists (select from enrollments where cohort_id = ${cohort.id} and user_id = s.user_id and role = 'learner' and left_at is null)
      and exists (select from enrollments where cohort_id = ${cohort.id} and user_id = ${cohort.viewerId} and role = 'instructor' and left_at is null)
    group by s.user_id`);
  const [row] = rows;
  return row ? { saved: row.saved, applied: row.applied, interview: row.interview, offer: row.offer, closed: row.closed } : null;
}
