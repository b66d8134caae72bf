import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohortSteps, enrollments, signalSettlements } from "@/db/schema/cohorts";
import type { ItemState } from "@/lib/progress/states";
import type { TaughtCohort, TaughtLearner } from "./cohorts";

const ms = (moment: string) => sql.raw(`(extract(epoch from ${moment}) * 1000)::float8`);

/** Moments are milliseconds since 1970. */
export type FactsRow = {
  id: string;
  name: string;
  under18: boolean;
  enrolledAt: number;
  lastActivityAt: number | null;
  hoursPerWeek: number | null;
  doing: { itemId: string; since: number }[];
  returned: { itemId: string; submissionId: string; at: number }[];
  returns: { itemId: string; times: number }[];
  settledDue: number;
};

/** The facts of every learner enrolled now. `dueItems`: the items of the steps that are due. */
export async function listFacts(cohort: TaughtCohort, dueItems: readonly string[]): Promise<FactsRow[]> {
  // Slugs need no quoting; as one value the list is hashed, not searched row by row.
  const due = sql`${`{${dueItems.join(",")}}`}::text[]`;
  return db.execute<FactsRow>(sql`
    select e.user_id as "id", u.name as "name", u.under_18 as "under18", ${ms("e.enrolled_at")} as "enrolledAt",
      greatest(changed.at, handed.at) as "lastActivityAt", p.hours_per_week as "hoursPerWeek",
      coalesce(doing.items, '[]') as "doing", coalesce(returned.items, '[]') as "returned", coalesce(returns.items, '[]') as "returns",
      done.count + waived.count as "settledDue"
    from enrollments e
    join users u on u.id = e.user_id
    left join plans p on p.user_id = e.user_id
    left join lateral (
      select ${ms("changed_at")} as at from item_progress where user_id = e.user_id order by changed_at desc limit 1
    ) changed on true
    left join lateral (select ${ms("max(greatest(saved_at, handed_in_at))")} as at from submissions where user_id = e.user_id) handed on true
    left join lateral (
      select json_agg(json_build_object('itemId', item_id, 'since', ${ms("changed_at")}) order by changed_at) as items
      from item_progress where user_id = e.user_id and state = 'doing'
    ) doing on true
    left join lateral (
      select json_agg(json_build_object('itemId', s.item_id, 'submissionId', s.id, 'at', ${ms("s.closed_at")}) order by s.closed_at) as items
      from submissions s
      where s.user_id = e.user_id and s.state = 'returned'
        and not exists (select 1 from submissions later where later.user_id = s.user_id and later.item_id = s.item_id and later.version > s.version)
    ) returned on true
    left join lateral (
      select json_agg(json_build_object('itemId', item_id, 'times', times) order by item_id) as items from (
        select s.item_id, count(*) filter (where s.state = 'returned') as times
        from submissions s where s.user_id = e.user_id group by s.item_id having bool_and(s.state <> 'accepted')
      ) each where times > 0
    ) returns on true
    cross join lateral (
      select count(*)::int as count from item_progress
      where user_id = e.user_id and state in ('done', 'skipped') and item_id = any(${due})
    ) done
    cross join lateral (
      select count(*)::int as count from waivers w
      where w.cohort_id = e.cohort_id and w.learner_id = e.user_id and w.withdrawn_at is null and w.item_id = any(${due})
        and not exists (
          select 1 from item_progress where user_id = e.user_id and item_id = w.item_id and state in ('done', 'skipped')
        )
    ) waived
    where e.cohort_id = ${cohort.id} and e.role = 'learner' and e.left_at is null
    order by u.name, e.user_id`);
}

/** The state of every item they said something about, by learner: for the few whose open items are to be counted. */
export async function listStates(cohort: TaughtCohort, learnerIds: readonly string[]): Promise<Map<string, Record<string, ItemState>>> {
  const rows = await db.execute<{ id: string; states: Record<string, ItemState> }>(sql`
    select e.user_id as "id", json_object_agg(i.item_id, i.state) as "states"
    from enrollments e join item_progress i on i.user_id = e.user_id
    where e.cohort_id = ${cohort.id} and e.role = 'learner' and e.left_at is null
      and e.user_id in (select jsonb_array_elements_text(${JSON.stringify(learnerIds)}::text::jsonb)::uuid)
    group by e.user_id`);
  return new Map(rows.map(({ id, states }) => [id, states]));
}

export type Settlement = {
  learnerId: string;
  rule: string;
  itemId: string;
  facts: string;
  /** A day; null: settled for as long as the facts are the same. */
  snoozedUntil: string | null;
  note: string;
  settledAt: Date;
  settledBy: string | null;
};

export async function listSettlements(cohort: TaughtCohort): Promise<Settlement[]> {
  return db
    .select({
      learnerId: signalSettlements.learnerId,
      rule: signalSettlements.rule,
      itemId: signalSettlements.itemId,
      facts: signalSettlements.facts,
      snoozedUntil: signalSettlements.snoozedUntil,
      note: signalSettlements.note,
      settledAt: signalSettlements.settledAt,
      settledBy: users.name,
    })
    .from(signalSettlements)
    .leftJoin(users, eq(users.id, signalSettlements.settledBy))
    .where(eq(signalSettlements.cohortId, cohort.id));
}

type Settling = { rule: string; itemId: string; facts: string; snoozedUntil: string | null; note: string };

/** The last word counts. `facts` are those the instructor saw: when others are on record by now, the signal stays. */
export async function saveSettlement(learner: TaughtLearner, settling: Settling): Promise<void> {
  const { cohort, id: learnerId } = learner;
  const { rule, itemId, ...said } = settling;
  const values = { ...said, settledBy: cohort.viewerId, settledAt: sql`now()` };
  await db
    .insert(signalSettlements)
    .values({ cohortId: cohort.id, learnerId, rule, itemId, ...values })
    .onConflictDoUpdate({
      target: [signalSettlements.cohortId, signalSettlements.learnerId, signalSettlements.rule, signalSettlements.itemId],
      set: values,
    });
}

export async function removeSettlement(learner: TaughtLearner, { rule, itemId }: { rule: string; itemId: string }): Promise<void> {
  await db
    .delete(signalSettlements)
    .where(
      and(
        eq(signalSettlements.cohortId, learner.cohort.id),
        eq(signalSettlements.learnerId, learner.id),
        eq(signalSettlements.rule, rule),
        eq(signalSettlements.itemId, itemId),
      ),
    );
}

const dueSteps = db
  .select({ stepSlug: cohortSteps.stepSlug, dueOn: cohortSteps.dueOn })
  .from(cohortSteps)
  .where(eq(cohortSteps.cohortId, sql.placeholder("cohortId")))
  .orderBy(cohortSteps.dueOn, cohortSteps.stepSlug)
  .prepare("due_steps");

/** The steps that are due on some day, by day. */
export async function listDueSteps(cohort: { id: string }): Promise<{ stepSlug: string; dueOn: string }[]> {
  return dueSteps.execute({ cohortId: cohort.id });
}

export type Joined = { id: string; name: string; enrolledAt: Date };

/** Learners enrolled in the last seven days, the last first; at most 50. */
export async function listJoined(cohort: TaughtCohort): Promise<Joined[]> {
  return db
    .select({ id: users.id, name: users.name, enrolledAt: enrollments.enrolledAt })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(
      and(
        eq(enrollments.cohortId, cohort.id),
        eq(enrollments.role, "learner"),
        isNull(enrollments.leftAt),
        sql`${enrollments.enrolledAt} > now() - interval '7 days'`,
      ),
    )
    .orderBy(desc(enrollments.enrolledAt))
    .limit(50);
}

/** Of so many learners, how many have done and have proven all of the items. */
export type Finished = { learners: number; done: number; proven: number };

/** A waived item counts as both. */
export async function countFinished(cohort: TaughtCohort, items: readonly string[]): Promise<Finished> {
  const [row] = await db.execute<Finished>(sql`
    with items as (select jsonb_array_elements_text(${JSON.stringify(items)}::text::jsonb) as item_id),
    learners as (
      select user_id from enrollments where cohort_id = ${cohort.id} and role = 'learner' and left_at is null
    ), waived as (
      select learner_id as user_id, item_id from waivers join items using (item_id)
      where cohort_id = ${cohort.id} and withdrawn_at is null
    ), done as (
      select user_id from (
        select i.user_id, i.item_id from item_progress i join learners using (user_id) join items using (item_id) where i.state = 'done'
        union select user_id, item_id from waived
      ) each group by user_id having count(*) = (select count(*) from items)
    ), proven as (
      select user_id from (
        select p.user_id, p.item_id from item_proofs p join learners using (user_id) join items using (item_id)
        where p.level >= 2 and p.withdrawn_at is null
        union select user_id, item_id from waived
      ) each group by user_id having count(*) = (select count(*) from items)
    )
    select (select count(*)::int from learners) as "learners", (select count(*)::int from done) as "done", (select count(*)::int from proven) as "proven"`);
  return row ?? { learners: 0, done: 0, proven: 0 };
}
