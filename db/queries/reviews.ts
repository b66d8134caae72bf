import "server-only";
import { and, asc, count, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { preparedReport, report } from "@/db/report";
import { users } from "@/db/schema/accounts";
import { enrollments } from "@/db/schema/cohorts";
import { reviews, submissions, type Criterion } from "@/db/schema/evidence";
import { accountsOf, held } from "./accounts-first";
import type { TaughtCohort, TaughtLearner } from "./cohorts";

/** After this time a claim ends, and anyone may look at the submission. */
const CLAIM_MINUTES = 30;

const claimers = alias(users, "claimers");
const reviewers = alias(users, "reviewers");
const claimHolds = sql`${submissions.claimedAt} > now() - make_interval(mins => ${sql.raw(String(CLAIM_MINUTES))})`;

export type WaitingReview = {
  learnerId: string;
  learnerName: string;
  submissionId: string;
  itemId: string;
  version: number;
  handedInAt: Date;
  /** Who is looking at it now. */
  claimedByName: string | null;
  claimedByViewer: boolean;
  /** How many wait from the beginning of the page on. */
  fromHere: number;
};

/** Where a page of the queue ends. */
export type QueuePlace = Pick<WaitingReview, "handedInAt" | "submissionId">;

const given = sql.placeholder;

const waitingOf = and(
  eq(enrollments.userId, submissions.userId),
  eq(enrollments.cohortId, given("cohortId")),
  eq(enrollments.role, "learner"),
  isNull(enrollments.leftAt),
  ne(submissions.userId, given("viewerId")),
);

// Written out: what a parameter stands for is not known when the plan is made, and the index holds these alone.
const handedIn = sql`${submissions.state} = 'handed-in'`;

const waitingColumns = {
  learnerId: submissions.userId,
  learnerName: users.name,
  submissionId: submissions.id,
  itemId: submissions.itemId,
  version: submissions.version,
  handedInAt: sql<Date>`${submissions.handedInAt}`.mapWith(submissions.handedInAt),
  claimedByName: sql<string | null>`case when ${claimHolds} then ${claimers.name} end`,
  claimedByViewer: sql<boolean>`coalesce(${claimHolds} and ${submissions.claimedBy} = ${given("viewerId")}, false)`,
  fromHere: sql<number>`(count(*) over ())::int`,
};

const waitingAfter = preparedReport((on) => on
  .select(waitingColumns)
  .from(submissions)
  .innerJoin(enrollments, waitingOf)
  .innerJoin(users, eq(users.id, submissions.userId))
  .leftJoin(claimers, eq(claimers.id, submissions.claimedBy))
  .where(
    and(
      handedIn,
      sql`(${given("after")}::timestamptz is null or (${submissions.handedInAt}, ${submissions.id}) > (${given("after")}::timestamptz, ${given("afterId")}::uuid))`,
    ),
  )
  .orderBy(asc(submissions.handedInAt), asc(submissions.id))
  .limit(given("limit"))
  .prepare("waiting_reviews"));

/** Submissions of learners enrolled now that wait for a verdict, oldest first. */
export async function listWaitingReviews(cohort: TaughtCohort, limit: number, after?: QueuePlace): Promise<WaitingReview[]> {
  const place = { after: after?.handedInAt.toISOString() ?? null, afterId: after?.submissionId ?? null };
  return waitingAfter({ cohortId: cohort.id, viewerId: cohort.viewerId, limit, ...place });
}

const waitingCount = db
  .select({ waiting: count() })
  .from(submissions)
  .innerJoin(enrollments, waitingOf)
  .where(handedIn)
  .prepare("waiting_count");

export async function countWaitingReviews(cohort: TaughtCohort): Promise<number> {
  const [row] = await waitingCount.execute({ cohortId: cohort.id, viewerId: cohort.viewerId });
  return row?.waiting ?? 0;
}

const teachesNow = ({ id, viewerId }: TaughtCohort) => sql`exists (
  select from enrollments t where t.cohort_id = ${id} and t.user_id = ${viewerId} and t.role = 'instructor' and t.left_at is null)`;

const learnsNow = ({ id, cohort }: TaughtLearner) => sql`${id}::uuid <> ${cohort.viewerId}::uuid and exists (
  select from enrollments l where l.cohort_id = ${cohort.id} and l.user_id = ${id} and l.role = 'learner' and l.left_at is null)`;

const freeFor = (viewerId: string) => sql`(s.claimed_by is null or s.claimed_by = ${viewerId} or s.claimed_at <= now() - make_interval(mins => ${CLAIM_MINUTES}))`;

export type Claim = { name: string; own: boolean; until: Date };

/** Who is looking at a submission now; null when nobody is. */
export async function findClaim(learner: TaughtLearner, submissionId: string): Promise<Claim | null> {
  const [row] = await db
    .select({ name: claimers.name, claimedBy: claimers.id, claimedAt: submissions.claimedAt })
    .from(submissions)
    .innerJoin(claimers, eq(claimers.id, submissions.claimedBy))
    .where(and(eq(submissions.userId, learner.id), eq(submissions.id, submissionId), eq(submissions.state, "handed-in"), claimHolds));
  if (!row?.claimedAt) return null;
  return { name: row.name, own: row.claimedBy === learner.cohort.viewerId, until: new Date(row.claimedAt.getTime() + CLAIM_MINUTES * 60_000) };
}

/** Takes a submission up, or leaves it to others. False when another instructor is looking at it, or it waits no more. */
export async function saveClaim(learner: TaughtLearner, { submissionId, claimed }: { submissionId: string; claimed: boolean }): Promise<boolean> {
  const { cohort } = learner;
  const rows = await db.execute(sql`
    update submissions s
    set claimed_by = case when ${claimed}::boolean then ${cohort.viewerId}::uuid end, claimed_at = case when ${claimed}::boolean then now() end
    where s.user_id = ${learner.id} and s.id = ${submissionId} and s.state = 'handed-in' and ${freeFor(cohort.viewerId)}
      and ${teachesNow(cohort)} and ${learnsNow(learner)}
    returning s.id`);
  return rows.length > 0;
}

/** Takes up the oldest submission that nobody else is looking at, or the oldest after a place in the queue. */
export async function claimNextReview(cohort: TaughtCohort, after?: QueuePlace): Promise<{ learnerId: string; submissionId: string } | null> {
  const further = after ? sql`and (s.handed_in_at, s.id) > (${after.handedInAt.toISOString()}::timestamptz, ${after.submissionId}::uuid)` : sql``;
  const [row] = await db.execute<{ user_id: string; id: string }>(sql`
    with next as (
      select s.user_id, s.id
      from submissions s join enrollments e on e.user_id = s.user_id and e.cohort_id = ${cohort.id} and e.role = 'learner' and e.left_at is null
      where s.state = 'handed-in' and s.user_id <> ${cohort.viewerId} and ${freeFor(cohort.viewerId)} and ${teachesNow(cohort)} ${further}
      order by s.handed_in_at, s.id limit 1
      for update of s skip locked
    )
    update submissions s set claimed_by = ${cohort.viewerId}, claimed_at = now()
    from next where s.user_id = next.user_id and s.id = next.id
    returning s.user_id, s.id`);
  return row ? { learnerId: row.user_id, submissionId: row.id } : null;
}

/** `rubric` is that of the item; null where it has none. */
export type Verdict = { submissionId: string; itemId: string; verdict: "accepted" | "returned"; comment: string; rubric: Criterion[] | null };

/** An instructor's verdict, the new state and the proof. False when it waits no more, or another instructor is looking at it. */
export async function addVerdict(learner: TaughtLearner, { submissionId, itemId, verdict, comment, rubric }: Verdict): Promise<boolean> {
  const { cohort } = learner;
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(learner.id, cohort.viewerId)}), closed as (
      update submissions s set state = ${verdict}, closed_at = now(), claimed_by = null, claimed_at = null
      where ${held} and s.user_id = ${learner.id} and s.id = ${submissionId} and s.item_id = ${itemId} and s.state = 'handed-in' and ${freeFor(cohort.viewerId)}
        and ${teachesNow(cohort)} and ${learnsNow(learner)}
      returning s.user_id, s.id, s.item_id
    ), review as (
      insert into reviews (user_id, id, submission_id, by, verdict, comment, rubric, reviewer_id)
      select user_id, ${uuidv7()}::uuid, id, 'instructor', ${verdict}, ${comment}, ${rubric && JSON.stringify(rubric)}::text::jsonb, ${cohort.viewerId}::uuid from closed
    ), proof as (
      insert into item_proofs (user_id, id, item_id, level, submission_id, given_by)
      select user_id, ${uuidv7()}::uuid, item_id, 4, id, ${cohort.viewerId}::uuid from closed where ${verdict} = 'accepted'
    )
    select id from closed`);
  return rows.length > 0;
}

/**
 * `waits`: the submission waits again. `returned`: the learner began a newer version, so what was accepted counts as returned. `newer`: they
 * did since it was returned, so nothing was changed. `gone`: there is no such verdict of one's own.
 */
export type TakenBack = "waits" | "returned" | "newer" | "gone";

/**
 * Takes one's own verdict back: the proof falls, and the submission waits again. Where a newer version exists there can be no
 * second open one: an acceptance becomes a return, a return stays. Throws with code 23505 when that version is begun at this moment.
 */
export async function withdrawVerdict(learner: TaughtLearner, { submissionId, reason }: { submissionId: string; reason: string }): Promise<TakenBack> {
  const { cohort } = learner;
  const [row] = await db.execute<{ answer: TakenBack }>(sql`
    with accounts as (${accountsOf(learner.id, cohort.viewerId)}), judged as (
      select r.id, r.verdict, exists (
        select from submissions n join submissions s on s.user_id = n.user_id and s.item_id = n.item_id and n.version > s.version
        where s.user_id = r.user_id and s.id = r.submission_id) as newer
      from reviews r
      where r.user_id = ${learner.id} and r.submission_id = ${submissionId} and r.by = 'instructor' and r.reviewer_id = ${cohort.viewerId}
        and r.withdrawn_at is null and ${teachesNow(cohort)} and ${learnsNow(learner)}
    ), taken as (
      update reviews r set withdrawn_at = now(), withdrawn_by = ${cohort.viewerId}, withdrawn_reason = ${reason}
      from judged j
      where ${held} and r.user_id = ${learner.id} and r.id = j.id and r.withdrawn_at is null and (j.verdict = 'accepted' or not j.newer)
      returning r.user_id, r.submission_id, r.verdict, j.newer
    ), reopened as (
      update submissions s set state = case when t.newer then 'returned' else 'handed-in' end, closed_at = case when t.newer then s.closed_at end
      from taken t where s.user_id = t.user_id and s.id = t.submission_id
    ), proofs as (
      update item_proofs p set withdrawn_at = now()
      from taken t where p.user_id = t.user_id and p.submission_id = t.submission_id and p.level = 4 and p.withdrawn_at is null
    )
    select case
      when exists (select from taken where newer) then 'returned'
      when exists (select from taken) then 'waits'
      when exists (select from judged where verdict = 'returned' and newer) then 'newer'
      else 'gone' end as answer`);
  return row?.answer ?? "gone";
}

export type ExportedReview = {
  reviewId: string;
  learnerName: string;
  groupName: string | null;
  itemId: string;
  version: number;
  handedInAt: Date | null;
  by: "instructor" | "peer";
  verdict: "accepted" | "returned" | "confirmed";
  comment: string;
  rubric: Criterion[] | null;
  reviewerName: string | null;
  reviewedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

/** Reviews of learners enrolled now in pages of 500, in the order they were written; `after` is the last id of the page before. */
export async function listReviewsForExport(cohort: TaughtCohort, after: string | null): Promise<ExportedReview[]> {
  return report((of) => of
    .select({
      reviewId: reviews.id,
      learnerName: users.name,
      groupName: enrollments.groupName,
      itemId: submissions.itemId,
      version: submissions.version,
      handedInAt: submissions.handedInAt,
      by: reviews.by,
      verdict: reviews.verdict,
      comment: reviews.comment,
      rubric: reviews.rubric,
      reviewerName: reviewers.name,
      reviewedAt: reviews.reviewedAt,
      withdrawnAt: reviews.withdrawnAt,
      withdrawnReason: reviews.withdrawnReason,
    })
    .from(reviews)
    .innerJoin(submissions, and(eq(submissions.userId, reviews.userId), eq(submissions.id, reviews.submissionId)))
    .innerJoin(
      enrollments,
      and(eq(enrollments.userId, reviews.userId), eq(enrollments.cohortId, cohort.id), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)),
    )
    .innerJoin(users, eq(users.id, reviews.userId))
    .leftJoin(reviewers, eq(reviewers.id, reviews.reviewerId))
    .where(after ? gt(reviews.id, after) : undefined)
    .orderBy(asc(reviews.id))
    .limit(500));
}
