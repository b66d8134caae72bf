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
      greatest(items.at, saved.at) as "lastActivityAt", p.hours_per_week as "hoursPerWeek",
      coalesce(items.doing, '[]') as "doing", coalesce(returned.items, '[]') as "returned", coalesce(returned.counts, '[]') as "returns",
      items.settled + waived.count as "settledDue"
    from enrollments e
    join users u on u.id = e.user_id
    left join plans p on p.user_id = e.user_id
    cross join lateral (
      select ${ms("max(changed_at)")} as at,
        json_agg(json_build_object('itemId', item_id, 'since', ${ms("changed_at")}) order by changed_at) filter (where state = 'doing') as doing,
        (count(*) filter (where state in ('done', 'skipped') and item_id = any(${due})))::int as settled
      from item_progress where user_id = e.user_id
    ) items
    left join lateral (
      select ${ms("saved_at")} as at from submissions where user_id = e.user_id order by saved_at desc limit 1
    ) saved on true
    cross join lateral (
      select json_agg(json_build_object('itemId', r.item_id, 'submissionId', r.newest_id, 'at', r.closed) order by r.closed)
          filter (where r.version = given.newest) as items,
        json_agg(json_build_object('itemId', r.item_id, 'times', r.times) order by r.item_id) filter (where not given.accepted) as counts
      from (
        select item_id, count(*) as times, max(version) as version, (array_agg(id order by version desc))[1] as newest_id,
          (array_agg(${ms("closed_at")} order by version desc))[1] as closed
        from submissions where user_id = e.user_id and state = 'returned' group by item_id
      ) r
      cross join lateral (
        select max(version) as newest, bool_or(state = 'accepted') as accepted from submissions where user_id = e.user_id and item_id = r.item_id
      ) given
    ) returned
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
  // Slugs need no quoting; see listFacts.
  const asked = sql`${`{${items.join(",")}}`}::text[]`;
  const [row] = await db.execute<Finished>(sql`
    select count(*)::int as "learners",
      (count(*) filter (where done.count = ${items.length}))::int as "done", (count(*) filter (where proven.count = ${items.length}))::int as "proven"
    from enrollments e
    cross join lateral (
      select coalesce(array_agg(item_id), '{}') as items from waivers
      where cohort_id = e.cohort_id and learner_id = e.user_id and withdrawn_at is null and item_id = any(${asked})
    ) waived
    cross join lateral (
      select count(*) + cardinality(waived.items) as count from item_progress
      where user_id = e.user_id and state = 'done' and item_id = any(${asked}) and item_id <> all(waived.items)
    ) done
    cross join lateral (
      select count(distinct item_id) + cardinality(waived.items) as count from item_proofs
      where user_id = e.user_id and level >= 2 and withdrawn_at is null and item_id = any(${asked}) and item_id <> all(waived.items)
    ) proven
    where e.cohort_id = ${cohort.id} and e.role = 'learner' and e.left_at is null`);
  return row ?? { learners: 0, done: 0, proven: 0 };
}
