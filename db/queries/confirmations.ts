import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { accountsOf, held } from "./accounts-first";
import type { Evidence } from "./evidence";

declare const proof: unique symbol;

/** Evidence that this viewer may confirm now, as a learner of the same cohort. */
export type PeerWork = Evidence & { viewerId: string; submissionId: string; learnerId: string; learnerName: string; itemId: string } & { readonly [proof]: "peer" };

/** Whether the viewer and the one who handed it in learn in the same cohort now. */
const sameCohort = (viewerId: string, owner: SQL) => sql`${owner} <> ${viewerId}::uuid and exists (
  select from enrollments o join enrollments v on v.cohort_id = o.cohort_id
  where o.user_id = ${owner} and o.role = 'learner' and o.left_at is null
    and v.user_id = ${viewerId}::uuid and v.role = 'learner' and v.left_at is null)`;

/** As sameCohort, in one that is not archived: there a word can be given. */
const sameOpenCohort = (viewerId: string, owner: SQL) => sql`exists (
  select from enrollments o join enrollments v on v.cohort_id = o.cohort_id join cohorts c on c.id = o.cohort_id
  where o.user_id = ${owner} and o.role = 'learner' and o.left_at is null
    and v.user_id = ${viewerId}::uuid and v.role = 'learner' and v.left_at is null and c.archived_at is null)`;

const among = (peerItems: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(peerItems)}::text::jsonb))`;

/** Whether the viewer may confirm a submission `s` now, or read it to do so. */
export const confirmable = (viewerId: string, peerItems: readonly string[]) => sql`s.state = 'handed-in' and s.item_id in ${among(peerItems)}
  and ${sameCohort(viewerId, sql`s.user_id`)}
  and not exists (select from reviews r where r.user_id = s.user_id and r.submission_id = s.id and r.by = 'peer' and r.reviewer_id = ${viewerId}::uuid and r.withdrawn_at is null)`;

export type PeerRow = { submissionId: string; learnerName: string; itemId: string; handedInAt: Date };

/** What waits for a peer's confirmation in cohorts that are not archived, oldest first. At most 50. `peerItems`: the items that a peer may confirm. */
export async function listPeerWork(viewerId: string, peerItems: readonly string[]): Promise<PeerRow[]> {
  const rows = await db.execute<{ id: string; name: string; item_id: string; handed_in_at: string }>(sql`
    select s.id, u.name, s.item_id, s.handed_in_at
    from submissions s join users u on u.id = s.user_id
    where s.user_id in (select o.user_id from enrollments v join enrollments o on o.cohort_id = v.cohort_id where v.user_id = ${viewerId}::uuid and v.left_at is null)
      and ${confirmable(viewerId, peerItems)} and ${sameOpenCohort(viewerId, sql`s.user_id`)}
    order by s.handed_in_at, s.id limit 50`);
  return rows.map((row) => ({ submissionId: row.id, learnerName: row.name, itemId: row.item_id, handedInAt: new Date(row.handed_in_at) }));
}

/** `submissionId` must be a uuid. */
export async function findPeerWork(viewerId: string, submissionId: string, peerItems: readonly string[]): Promise<PeerWork | null> {
  const [row] = await db.execute<{
    user_id: string;
    name: string;
    item_id: string;
    kind: Evidence["kind"];
    body: string;
    commit: string | null;
    file: Evidence["file"];
  }>(sql`
    select s.user_id, u.name, s.item_id, s.kind, s.body, s.commit,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) end as file
    from submissions s join users u on u.id = s.user_id left join files f on f.user_id = s.user_id and f.id = s.file_id
    where s.id = ${submissionId}::uuid
      and s.user_id in (select o.user_id from enrollments v join enrollments o on o.cohort_id = v.cohort_id where v.user_id = ${viewerId}::uuid and v.left_at is null)
      and ${confirmable(viewerId, peerItems)}`);
  if (!row) return null;
  const { user_id: learnerId, name: learnerName, item_id: itemId, ...evidence } = row;
  // The one place where this proof is given.
  return { ...evidence, viewerId, submissionId, learnerId, learnerName, itemId } as PeerWork;
}

/** Whether a submission that is no draft is of somebody who learns in the same cohort now, whatever became of it. `submissionId` must be a uuid. */
export async function isOfClassmate(viewerId: string, submissionId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from submissions s
    where s.id = ${submissionId}::uuid and s.state <> 'draft'
      and s.user_id in (select o.user_id from enrollments v join enrollments o on o.cohort_id = v.cohort_id where v.user_id = ${viewerId}::uuid and v.left_at is null)
      and ${sameCohort(viewerId, sql`s.user_id`)}`);
  return rows.length > 0;
}

/** A peer's confirmation and the proof it gives; one that was taken back can be given again. False when it may not be confirmed by this peer any more, or the cohort is archived. */
export async function addConfirmation(work: PeerWork, comment: string, peerItems: readonly string[]): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(work.learnerId, work.viewerId)}), confirmed as (
      update submissions s set confirmed_at = clock_timestamp()
      where ${held} and s.user_id = ${work.learnerId} and s.id = ${work.submissionId} and ${confirmable(work.viewerId, peerItems)}
        and ${sameOpenCohort(work.viewerId, sql`s.user_id`)}
      returning s.user_id, s.id, s.item_id
    ), review as (
      insert into reviews as r (user_id, id, submission_id, by, verdict, comment, reviewer_id)
      select user_id, ${uuidv7()}::uuid, id, 'peer', 'confirmed', ${comment}, ${work.viewerId}::uuid from confirmed
      on conflict (user_id, submission_id, reviewer_id) where by = 'peer' do update
      set comment = excluded.comment, reviewed_at = now(), withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
      where r.withdrawn_at is not null
      returning submission_id
    ), proof as (
      insert into item_proofs (user_id, id, item_id, level, submission_id, given_by)
      select c.user_id, ${uuidv7()}::uuid, c.item_id, 3, c.id, ${work.viewerId}::uuid from review join confirmed c on c.id = review.submission_id
    )
    select submission_id from review`);
  return rows.length > 0;
}

/** A word that a peer gave and that stands. */
export type Confirmation = { learnerId: string; learnerName: string; submissionId: string; itemId: string; comment: string; confirmedAt: Date };

/** What the viewer confirmed of those who learn in the same cohort now, newest first. At most 50. */
export async function listConfirmations(viewerId: string): Promise<Confirmation[]> {
  const rows = await db.execute<Omit<Confirmation, "confirmedAt"> & { confirmedAt: string }>(sql`
    select r.user_id as "learnerId", u.name as "learnerName", r.submission_id as "submissionId", s.item_id as "itemId", r.comment, r.reviewed_at as "confirmedAt"
    from reviews r join users u on u.id = r.user_id join submissions s on s.user_id = r.user_id and s.id = r.submission_id
    where r.user_id in (select o.user_id from enrollments v join enrollments o on o.cohort_id = v.cohort_id where v.user_id = ${viewerId}::uuid and v.left_at is null)
      and r.by = 'peer' and r.reviewer_id = ${viewerId}::uuid and r.withdrawn_at is null and s.state <> 'withdrawn'
      and ${sameCohort(viewerId, sql`r.user_id`)}
    order by r.reviewed_at desc, r.id desc limit 50`);
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, confirmedAt: new Date(confirmedAt) }));
}

export type TakenWord = { viewerId: string; learnerId: string; submissionId: string; reason: string };

/** Takes one's own word back, whatever became of the submission: the proof it gave falls. False when no word of one's own stands. Ids must be uuids. */
export async function withdrawConfirmation({ viewerId, learnerId, submissionId, reason }: TakenWord): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(learnerId, viewerId)}), taken as (
      update reviews set withdrawn_at = now(), withdrawn_by = ${viewerId}, withdrawn_reason = ${reason}
      where ${held} and user_id = ${learnerId} and submission_id = ${submissionId} and by = 'peer' and reviewer_id = ${viewerId} and withdrawn_at is null
      returning user_id, submission_id
    ), proofs as (
      update item_proofs p set withdrawn_at = now()
      from taken t
      where p.user_id = t.user_id and p.submission_id = t.submission_id and p.level = 3 and p.given_by = ${viewerId} and p.withdrawn_at is null
    )
    select submission_id from taken`);
  return rows.length > 0;
}
