import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { accountsOf, held } from "./accounts-first";
import { actOfAdmin, auditOf, saveAudited } from "./audit";
import type { JoinedCohort, TaughtCohort } from "./cohorts";
import { lastActivity } from "./last-activity";

export type EnrolledLearner = { id: string; name: string; groupName: string | null; enrolledAt: Date; lastActiveAt: Date | null };

export const LEARNERS_PER_PAGE = 50;

/** By name, from after the learner named; only of a group where one is given (null: of none). */
export async function listLearners(cohort: TaughtCohort, choice: { group?: string | null; after?: string } = {}): Promise<EnrolledLearner[]> {
  const { group, after } = choice;
  return db
    .select({
      id: users.id,
      name: users.name,
      groupName: enrollments.groupName,
      enrolledAt: enrollments.enrolledAt,
      lastActiveAt: sql<Date | null>`${lastActivity(sql`${users.id}`)}`.mapWith(enrollments.leftAt),
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(
      and(
        isLearner(cohort),
        group === undefined ? undefined : sql`${enrollments.groupName} is not distinct from ${group}`,
        after === undefined ? undefined : sql`(${users.name}, ${users.id}) > (select name, id from users where id = ${after}::uuid)`,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(LEARNERS_PER_PAGE);
}

const isLearner = (cohort: TaughtCohort) => and(eq(enrollments.cohortId, cohort.id), eq(enrollments.role, "learner"), isNull(enrollments.leftAt));

const groups = db
  .select({ name: enrollments.groupName, learners: sql<number>`count(*)::int` })
  .from(enrollments)
  .where(and(eq(enrollments.cohortId, sql.placeholder("cohortId")), sql`${enrollments.role} = 'learner'`, isNull(enrollments.leftAt)))
  .groupBy(enrollments.groupName)
  .orderBy(asc(enrollments.groupName))
  .limit(200)
  .prepare("cohort_groups");

/** The groups of the learners with how many are in each; null for those in none. At most 200. */
export async function listGroups(cohort: TaughtCohort): Promise<{ name: string | null; learners: number }[]> {
  return groups.execute({ cohortId: cohort.id });
}

/** False when that person does not learn here. What they did stays theirs. */
export async function removeLearner(cohort: TaughtCohort, learnerId: string): Promise<boolean> {
  const gone = db
    .update(enrollments)
    .set({ leftAt: sql`now()` })
    .where(and(isLearner(cohort), eq(enrollments.userId, learnerId)))
    .returning({ userId: enrollments.userId });
  return saveAudited(gone, actOfAdmin(cohort, "enrollment.remove", learnerId));
}

/** False when that person does not learn here. Idempotent. */
export async function saveGroup(cohort: TaughtCohort, { learnerId, groupName }: { learnerId: string; groupName: string | null }): Promise<boolean> {
  const rows = await db.execute(sql`
    with here as materialized (
      select user_id from enrollments
      where cohort_id = ${cohort.id} and user_id = ${learnerId}::uuid and role = 'learner' and left_at is null
      for update
    ), regrouped as (
      update enrollments e set group_name = ${groupName}
      from here where e.cohort_id = ${cohort.id} and e.user_id = here.user_id and e.group_name is distinct from ${groupName}
      returning e.user_id
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "enrollment.save", learnerId), "regrouped")}
    )
    select user_id from here`);
  return rows.length === 1;
}

/** From one taught cohort to another. False when that person does not learn in the first, or teaches the second. */
export async function moveLearner(from: TaughtCohort, to: TaughtCohort, learnerId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(learnerId)}), gone as (
      update enrollments set left_at = now()
      where ${held} and cohort_id = ${from.id} and user_id = ${learnerId}::uuid and role = 'learner' and left_at is null
        and ${from.id} <> ${to.id}
        and not exists (select 1 from enrollments t where t.cohort_id = ${to.id} and t.user_id = ${learnerId}::uuid and t.role = 'instructor' and t.left_at is null)
      returning user_id
    ), come as (
      insert into enrollments as e (cohort_id, user_id, role) select ${to.id}::uuid, user_id, 'learner' from gone
      on conflict (cohort_id, user_id) do update set role = 'learner', left_at = null, enrolled_at = now()
      where e.left_at is not null
    ), audited as (
      ${auditOf(actOfAdmin(from, "enrollment.move", learnerId), "gone")}
    ), audited_there as (
      ${auditOf(actOfAdmin(to, "enrollment.move", learnerId), "gone")}
    )
    select user_id from gone`);
  return rows.length === 1;
}

/** The learner's own doing. Idempotent. */
export async function leaveCohort(cohort: JoinedCohort): Promise<void> {
  await db
    .update(enrollments)
    .set({ leftAt: sql`now()` })
    .where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, cohort.viewerId), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)));
}

export type OwnCohort = { slug: string; name: string; startsOn: string; endsOn: string; archivedAt: Date | null; role: "learner" | "instructor" };

/** The cohorts that a person learns in or teaches, the newest first. At most 200. */
export async function listOwnCohorts(viewerId: string): Promise<OwnCohort[]> {
  const { slug, name, startsOn, endsOn, archivedAt } = cohorts;
  return db
    .select({ slug, name, startsOn, endsOn, archivedAt, role: enrollments.role })
    .from(enrollments)
    .innerJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .where(and(eq(enrollments.userId, viewerId), isNull(enrollments.leftAt)))
    .orderBy(desc(cohorts.startsOn), desc(cohorts.id))
    .limit(200);
}
