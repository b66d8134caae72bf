import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { PROVEN_FROM } from "@/lib/progress/states";

export type Week = {
  /** Enrolled now as a learner in a cohort that ran in that week. */
  learns: boolean;
  /** Items whose state became done, and items that were proven, in the week before. */
  done: string[];
  proven: string[];
  /** Due in the next two weeks. */
  due: { stepSlug: string; dueOn: string; cohortName: string }[];
  /** The cohorts that ran then and that the person teaches, and what their learners did in the week before. Active: as lastActivity has it. */
  cohorts: { name: string; learners: number; active: number; done: number; proven: number; waiting: number }[];
};

/** Whether a cohort, `c`, ran on any day of the week before a Monday. */
export const ranBefore = (monday: string) => sql`(c.starts_on < ${monday}::date and c.ends_on >= ${monday}::date - 7)`;

/** The week before a Monday, for somebody who wants the summary; null for anyone else. One statement. */
export async function findWeek(userId: string, monday: string): Promise<Week | null> {
  const start = sql`((${monday}::date - 7)::timestamp at time zone ${env.TIME_ZONE})`;
  const end = sql`(${monday}::date::timestamp at time zone ${env.TIME_ZONE})`;
  const [row] = await db.execute<Week>(sql`
    with running as (
      select c.id, c.name, c.starts_on, e.role
      from enrollments e join cohorts c on c.id = e.cohort_id
      where e.user_id = ${userId} and e.left_at is null and c.archived_at is null and ${ranBefore(monday)}
    ), people as (
      select r.id as cohort_id, e.user_id
      from running r join enrollments e on e.cohort_id = r.id and e.role = 'learner' and e.left_at is null
      where r.role = 'instructor'
    ), changed as (
      select p.cohort_id, p.user_id, count(*) filter (where i.state = 'done') as done
      from people p join item_progress i on i.user_id = p.user_id and i.changed_at >= ${start} and i.changed_at < ${end}
      group by p.cohort_id, p.user_id
    ), proofs as (
      select p.cohort_id, count(distinct (i.user_id, i.item_id)) as proven
      from people p join item_proofs i on i.user_id = p.user_id
      where i.level >= ${PROVEN_FROM} and i.withdrawn_at is null and i.given_at >= ${start} and i.given_at < ${end}
      group by p.cohort_id
    ), waits as (
      select p.cohort_id, count(*) as waiting
      from people p join submissions s on s.user_id = p.user_id and s.state = 'handed-in'
      group by p.cohort_id
    )
    select
      exists (select 1 from running where role = 'learner') as learns,
      (select coalesce(jsonb_agg(item_id order by changed_at), '[]') from item_progress
        where user_id = ${userId} and state = 'done' and changed_at >= ${start} and changed_at < ${end}) as done,
      (select coalesce(jsonb_agg(item_id), '[]') from (
        select item_id from item_proofs
        where user_id = ${userId} and level >= ${PROVEN_FROM} and withdrawn_at is null and given_at >= ${start} and given_at < ${end}
        group by item_id order by min(given_at)) p) as proven,
      (select coalesce(jsonb_agg(jsonb_build_object('stepSlug', s.step_slug, 'dueOn', s.due_on, 'cohortName', r.name) order by s.due_on, s.step_slug), '[]')
        from running r join cohort_steps s on s.cohort_id = r.id
        where r.role = 'learner' and s.due_on between ${monday}::date and ${monday}::date + 13) as due,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'name', r.name,
          'learners', (select count(*) from people p where p.cohort_id = r.id),
          'active', (select count(*) from people p where p.cohort_id = r.id and (
            exists (select from changed c where c.cohort_id = p.cohort_id and c.user_id = p.user_id)
            or exists (select from submissions s where s.user_id = p.user_id and s.handed_in_at >= ${start} and s.handed_in_at < ${end}))),
          'done', (select coalesce(sum(done), 0) from changed c where c.cohort_id = r.id),
          'proven', coalesce((select proven from proofs p where p.cohort_id = r.id), 0),
          'waiting', coalesce((select waiting from waits w where w.cohort_id = r.id), 0)) order by r.starts_on, r.id), '[]')
        from running r where r.role = 'instructor') as cohorts
    from users u
    where u.id = ${userId} and u.weekly_summary and u.disabled_at is null and exists (select 1 from running)`);
  return row ?? null;
}
