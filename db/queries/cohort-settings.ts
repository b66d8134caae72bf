import "server-only";
import { and, asc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments } from "@/db/schema/cohorts";
import { actOfAdmin, auditOf, saveAudited } from "./audit";
import type { JoinedCohort, TaughtCohort, Thresholds } from "./cohorts";

/** Days as "2026-11-22". A step that is not in `due` is due on no day. */
export type CohortFields = { name: string; startsOn: string; endsOn: string; hoursPerWeek: number; due: DueDay[] };

/** Makes a cohort that the maker teaches. False when another one has this slug. */
export async function addCohort(cohort: CohortFields & { slug: string }, maker: { id: string; admin: boolean }): Promise<boolean> {
  const { slug, name, startsOn, endsOn, hoursPerWeek, due } = cohort;
  const id = uuidv7();
  const rows = await db.execute(sql`
    with made as (
      insert into cohorts (id, slug, name, starts_on, ends_on, hours_per_week)
      values (${id}, ${slug}, ${name}, ${startsOn}, ${endsOn}, ${hoursPerWeek})
      on conflict (slug) do nothing returning id
    ), steps as (
      insert into cohort_steps (cohort_id, step_slug, due_on)
      select made.id, d."stepSlug", d."dueOn" from made, jsonb_to_recordset(${JSON.stringify(due)}::text::jsonb) as d("stepSlug" text, "dueOn" date)
    ), teaching as (
      insert into enrollments (cohort_id, user_id, role) select id, ${maker.id}::uuid, 'instructor' from made
    ), audited as (
      ${auditOf(maker.admin ? { actorId: maker.id, action: "cohort.make", cohortId: id, detail: { slug } } : null, "made")}
    )
    select id from made`);
  return rows.length === 1;
}

/** Idempotent. The slug stays: it stands in the links that people have. */
export async function saveCohort(cohort: TaughtCohort, fields: CohortFields): Promise<void> {
  const { name, startsOn, endsOn, hoursPerWeek, due } = fields;
  await db.execute(sql`
    with sent as materialized (
      select "stepSlug" as step_slug, "dueOn" as due_on
      from jsonb_to_recordset(${JSON.stringify(due)}::text::jsonb) as d("stepSlug" text, "dueOn" date)
    ), saved as (
      update cohorts set name = ${name}, starts_on = ${startsOn}, ends_on = ${endsOn}, hours_per_week = ${hoursPerWeek}
      where id = ${cohort.id} and (name, starts_on, ends_on, hours_per_week) is distinct from (${name}::text, ${startsOn}::date, ${endsOn}::date, ${hoursPerWeek}::smallint)
      returning id
    ), removed as (
      delete from cohort_steps where cohort_id = ${cohort.id} and step_slug not in (select step_slug from sent) returning cohort_id
    ), steps as (
      insert into cohort_steps as s (cohort_id, step_slug, due_on) select ${cohort.id}::uuid, step_slug, due_on from sent
      on conflict (cohort_id, step_slug) do update set due_on = excluded.due_on where s.due_on <> excluded.due_on
      returning s.cohort_id
    ), changed as (
      select id from saved union all select cohort_id from removed union all select cohort_id from steps
    )
    ${auditOf(actOfAdmin(cohort, "cohort.save"), "changed")}`);
}

/** Idempotent. */
export async function saveSignalSettings(cohort: TaughtCohort, settings: Thresholds & { consentRecorded: boolean }): Promise<void> {
  const other = or(
    ne(cohorts.consentRecorded, settings.consentRecorded),
    ne(cohorts.quietDays, settings.quietDays),
    ne(cohorts.slowTimes, settings.slowTimes),
    ne(cohorts.returnedDays, settings.returnedDays),
    ne(cohorts.returnedTimes, settings.returnedTimes),
    ne(cohorts.behindItems, settings.behindItems),
    ne(cohorts.unstartedDays, settings.unstartedDays),
  );
  const saved = db
    .update(cohorts)
    .set(settings)
    .where(and(eq(cohorts.id, cohort.id), other))
    .returning({ id: cohorts.id });
  await saveAudited(saved, actOfAdmin(cohort, "cohort.save"));
}

/** Idempotent: an archived cohort keeps the day on which it was archived. */
export async function saveArchived(cohort: TaughtCohort, archived: boolean): Promise<void> {
  const saved = db
    .update(cohorts)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(and(eq(cohorts.id, cohort.id), archived ? isNull(cohorts.archivedAt) : isNotNull(cohorts.archivedAt)))
    .returning({ id: cohorts.id });
  await saveAudited(saved, actOfAdmin(cohort, archived ? "cohort.archive" : "cohort.unarchive"));
}

/** A step and the day on which it is due, as "2026-11-22". */
export type DueDay = { stepSlug: string; dueOn: string };

const dueDays = db
  .select({ stepSlug: cohortSteps.stepSlug, dueOn: cohortSteps.dueOn })
  .from(cohortSteps)
  .where(eq(cohortSteps.cohortId, sql.placeholder("cohortId")))
  .orderBy(asc(cohortSteps.dueOn), asc(cohortSteps.stepSlug))
  .prepare("due_days");

/** The steps that are due on some day, by day. At most as many as there are steps. */
export async function listDueSteps(cohort: TaughtCohort | JoinedCohort): Promise<DueDay[]> {
  return dueDays.execute({ cohortId: cohort.id });
}

export type Instructor = { id: string; name: string; enrolledAt: Date };

/** At most 100, by name. */
export async function listInstructors(cohort: TaughtCohort | JoinedCohort): Promise<Instructor[]> {
  return db
    .select({ id: users.id, name: users.name, enrolledAt: enrollments.enrolledAt })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.role, "instructor"), isNull(enrollments.leftAt)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(100);
}

/**
 * Ends the teaching of a person and takes back the links to teach there that they made, unless nobody would be left to teach. False when
 * nothing was changed. The rows of all instructors are locked first: of two who remove each other at once, the second counts again what the first left.
 */
export async function removeInstructor(cohort: TaughtCohort, personId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with teaching as materialized (
      select user_id from enrollments
      where cohort_id = ${cohort.id} and role = 'instructor' and left_at is null
      order by user_id for update
    ), gone as (
      update enrollments set left_at = now()
      where cohort_id = ${cohort.id} and user_id = ${personId}::uuid and role = 'instructor' and left_at is null
        and (select count(*) from teaching) > 1
      returning user_id
    ), revoked as (
      update invitations set revoked_at = now()
      where cohort_id = ${cohort.id} and role = 'instructor' and email is null and revoked_at is null and created_by in (select user_id from gone)
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "instructor.remove", personId), "gone")}
    )
    select user_id from gone`);
  return rows.length === 1;
}
