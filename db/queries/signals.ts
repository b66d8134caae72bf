import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { preparedReport, preparedReportRows } from "@/db/report";
import { users } from "@/db/schema/accounts";
import { signalSettlements } from "@/db/schema/cohorts";
import { PROVEN_FROM } from "@/lib/progress/states";
import type { TaughtCohort, TaughtLearner } from "./cohorts";
import { lastActivity } from "./last-activity";
import { didIt, standingWaivers } from "./standing-waivers";

/** The items of each step. */
export type StepItems = Readonly<Record<string, readonly string[]>>;

/** Moments are milliseconds since 1970. Lists of items are parted by spaces. */
export type FactsRow = {
  id: string;
  name: string;
  under18: boolean;
  enrolledAt: number;
  lastActivityAt: number | null;
  hoursPerWeek: number | null;
  /** With the moments since when, in the same order. */
  doing: string | null;
  doingSince: string | null;
  /** Items with a waiver that stands. */
  waived: string | null;
  /** Those that were returned by the moment asked for, and of those returned as often as asked for. */
  returned: { itemId: string; submissionId: string; at: number }[] | null;
  returns: { itemId: string; times: number }[] | null;
  /** How many items the steps have that are due, and how many of them are done, skipped or waived. */
  due: number;
  settledDue: number;
  /** Of those without activity since the day that was asked for; null for the others. */
  done: string | null;
  skipped: string | null;
};

const given = sql.placeholder;
const PROVEN = sql.raw(String(PROVEN_FROM));
const notStanding = sql`(user_id, item_id) not in (select user_id, item_id from standing)`;
const ms = (moment: string) => sql.raw(`(extract(epoch from ${moment}) * 1000)::float8`);

/** What is due is read by way of an array: the planner then expects the same of every cohort, and plans this once instead of every time. */
const facts = preparedReportRows<FactsRow>(
  sql`
    with due as materialized (
      select unnest(array (
        select jsonb_array_elements_text(${given("stepItems")}::jsonb -> step_slug)
        from cohort_steps where cohort_id = ${given("cohortId")}::uuid and due_on < ${given("day")}::date
      )) as item_id
    ), people as materialized (
      select e.user_id, u.name, u.under_18, e.enrolled_at, (select hours_per_week from plans p where p.user_id = e.user_id) as hours_per_week
      from enrollments e join users u on u.id = e.user_id
      where e.cohort_id = ${given("cohortId")}::uuid and e.role = 'learner' and e.left_at is null
    ), standing as materialized (
      select user_id, item_id from ${standingWaivers(given("cohortId"))} w
    ), returned as (
      select r.user_id,
        json_agg(json_build_object('itemId', r.item_id, 'submissionId', r.newest_id, 'at', ${ms("r.closed_at")}))
          filter (where r.closed_at <= ${given("returnedSince")}::timestamptz and not exists (select from submissions n where n.user_id = r.user_id and n.item_id = r.item_id and n.version > r.version)) as items,
        json_agg(json_build_object('itemId', r.item_id, 'times', r.times))
          filter (where r.times >= ${given("returnedTimes")}::int
            and not exists (select from submissions a where a.user_id = r.user_id and a.item_id = r.item_id and a.state = 'accepted')) as counts
      from (
        select user_id, item_id, count(*) as times, max(version) as version, (array_agg(id order by version desc))[1] as newest_id,
          (array_agg(closed_at order by version desc))[1] as closed_at
        from submissions
        where user_id = any (array (select user_id from people)) and state = 'returned' and ${notStanding}
        group by user_id, item_id
      ) r
      group by r.user_id
    ), waived as (
      select user_id, string_agg(item_id, ' ') as items, count(*) filter (
        where item_id in (select item_id from due)
          and not exists (select from progress_summaries p where p.user_id = standing.user_id and item_id = any (p.done || p.skipped))
      ) as due
      from standing group by user_id
    )
    select user_id as id, name, under_18 as "under18", ${ms("enrolled_at")} as "enrolledAt", ${ms("active.at")} as "lastActivityAt", hours_per_week as "hoursPerWeek",
      array_to_string(p.doing, ' ') as doing, array_to_string(p.doing_since, ' ') as "doingSince", waived.items as waived,
      returned.items as returned, returned.counts as returns, (select count(*)::int from due) as due,
      (coalesce(waived.due, 0) + (
        select count(*) filter (where item_id in (select item_id from due)) from (select unnest(p.done || p.skipped) as item_id offset 0) settled
      ))::int as "settledDue",
      case when active.quiet then coalesce(array_to_string(p.done, ' '), '') end as done,
      case when active.quiet then coalesce(array_to_string(p.skipped, ' '), '') end as skipped
    from people left join progress_summaries p using (user_id) left join returned using (user_id) left join waived using (user_id)
    cross join lateral (select at, at <= ${given("quietSince")}::timestamptz as quiet from (select ${lastActivity(sql`people.user_id`, sql`p.last_at`)} as at offset 0) last) active`,
);

/** A step is due from the day after its own on: `day` is the one asked for. */
type FactsAsked = { stepItems: StepItems; day: string; quietSince: Date; returnedSince: Date; returnedTimes: number };

/** The facts of every learner enrolled now, in no order. */
export async function listFacts(cohort: TaughtCohort, { stepItems, day, quietSince, returnedSince, returnedTimes }: FactsAsked): Promise<FactsRow[]> {
  return facts({
    cohortId: cohort.id,
    stepItems: JSON.stringify(stepItems),
    day,
    quietSince: quietSince.toISOString(),
    returnedSince: returnedSince.toISOString(),
    returnedTimes,
  });
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

const settlements = preparedReport((on) => on
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
  .where(eq(signalSettlements.cohortId, given("cohortId")))
  .prepare("signal_settlements"));

export async function listSettlements(cohort: TaughtCohort): Promise<Settlement[]> {
  return settlements({ cohortId: cohort.id });
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

/**
 * A step that falls due, and of so many learners, how many have done and have proven all of its items that are not waived for them;
 * `waived`: how many learners have any that counts as waived.
 */
export type FinishedStep = { stepSlug: string; dueOn: string; learners: number; done: number; proven: number; waived: number };

const isLeft = sql`not exists (select from standing w where w.user_id = people.user_id and w.item_id = asked.item_id)`;
const hasProven = sql`exists (
  select from item_proofs p where p.user_id = people.user_id and p.item_id = asked.item_id and p.level >= ${PROVEN} and p.withdrawn_at is null offset 0)`;

/**
 * For what is proven, each learner is looked at as far as the first item that is missing, the last of the step first: few are that far.
 * `offset 0` keeps the planner from reading everything of everybody instead.
 */
const finished = preparedReport((on) => on
  .select({
    stepSlug: sql<string>`step_slug`,
    dueOn: sql<string>`due_on`,
    learners: sql<number>`learners`,
    done: sql<number>`done`,
    proven: sql<number>`proven`,
    waived: sql<number>`waived`,
  })
  .from(
    sql`(
    with steps as materialized (
      select step_slug, due_on, array (
        select item_id from jsonb_array_elements_text(${given("stepItems")}::jsonb -> step_slug) with ordinality as of_step (item_id, place) order by place desc
      ) as items
      from cohort_steps where cohort_id = ${given("cohortId")}::uuid and due_on >= ${given("from")}::date and due_on < ${given("to")}::date
    ), people as materialized (
      select user_id from enrollments
      where cohort_id = ${given("cohortId")}::uuid and role = 'learner' and left_at is null and exists (select from steps)
    ), standing as materialized (
      select user_id, item_id from ${standingWaivers(given("cohortId"))} w where user_id = any (array (select user_id from people))
    )
    select step_slug, due_on, learners, done, proven, (
      select count(distinct user_id)::int from standing
      where item_id = any (steps.items) and not ${didIt({ userId: sql`standing.user_id`, itemId: sql`standing.item_id` })}
    ) as waived
    from steps cross join lateral (
      select count(*)::int as learners, (count(*) filter (where has_done))::int as done, (count(*) filter (where has_proven))::int as proven
      from (
        select p.done || array (select item_id from standing w where w.user_id = people.user_id) @> steps.items as has_done,
          not exists (select from unnest(steps.items) as asked (item_id) where ${isLeft} and not ${hasProven}) as has_proven
        from people left join progress_summaries p using (user_id)
      ) each
    ) counts
    order by due_on, step_slug
  ) rows`,
  )
  .prepare("cohort_finished"));

/** The steps due from the day `from` on and before `to`, by day. */
export async function listFinished(cohort: TaughtCohort, { stepItems, from, to }: { stepItems: StepItems; from: string; to: string }): Promise<FinishedStep[]> {
  return finished({ cohortId: cohort.id, stepItems: JSON.stringify(stepItems), from, to });
}
