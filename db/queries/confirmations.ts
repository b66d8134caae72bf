import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sameCohort } from "./evidence";

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
    with taken as (
      update reviews set withdrawn_at = now(), withdrawn_by = ${viewerId}, withdrawn_reason = ${reason}
      where user_id = ${learnerId} and submission_id = ${submissionId} and by = 'peer' and reviewer_id = ${viewerId} and withdrawn_at is null
      returning user_id, submission_id
    ), proofs as (
      update item_proofs p set withdrawn_at = now()
      from taken t
      where p.user_id = t.user_id and p.submission_id = t.submission_id and p.level = 3 and p.given_by = ${viewerId} and p.withdrawn_at is null
    )
    select submission_id from taken`);
  return rows.length > 0;
}
