import "server-only";
import { and, asc, desc, eq, isNull, max, notInArray, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { files, reviews, submissions, type Criterion } from "@/db/schema/evidence";
import { itemProofs } from "@/db/schema/progress";
import { accountsOf, held } from "./accounts-first";
import { tellInstructors } from "./changes";
import type { TaughtLearner } from "./cohorts";

type Submission = typeof submissions.$inferSelect;

type EvidenceFile = { id: string; name: string; type: string; size: number };

export type { Criterion };

export type Judgement = {
  id: string;
  by: "instructor" | "peer";
  verdict: "accepted" | "returned" | "confirmed";
  comment: string;
  /** The rubric as it was then; null where the item had none, and of a peer. */
  rubric: Criterion[] | null;
  /** Null once the account is gone. */
  reviewerId: string | null;
  reviewerName: string | null;
  reviewedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

/** What was given, as it was given. */
export type Evidence = Pick<Submission, "kind" | "body" | "commit"> & { file: EvidenceFile | null };

/** One version of the evidence for an item, with what was said of it, oldest word first. */
export type Version = Evidence & Pick<Submission, "id" | "itemId" | "version" | "state" | "savedAt" | "handedInAt" | "closedAt"> & { judgements: Judgement[] };

const version = {
  id: submissions.id,
  itemId: submissions.itemId,
  version: submissions.version,
  kind: submissions.kind,
  body: submissions.body,
  commit: submissions.commit,
  state: submissions.state,
  savedAt: submissions.savedAt,
  handedInAt: submissions.handedInAt,
  closedAt: submissions.closedAt,
  file: { id: files.id, name: files.name, type: files.type, size: files.size },
  judgement: {
    id: reviews.id,
    by: reviews.by,
    verdict: reviews.verdict,
    comment: reviews.comment,
    rubric: reviews.rubric,
    reviewerId: reviews.reviewerId,
    reviewedAt: reviews.reviewedAt,
    withdrawnAt: reviews.withdrawnAt,
    withdrawnReason: reviews.withdrawnReason,
  },
  reviewerName: users.name,
};

/** Newest version first. At most 200 rows: a version and a judgement each. */
async function listVersionsWhere(userId: string, which: SQL | undefined): Promise<Version[]> {
  const rows = await db
    .select(version)
    .from(submissions)
    .leftJoin(files, and(eq(files.userId, submissions.userId), eq(files.id, submissions.fileId)))
    .leftJoin(reviews, and(eq(reviews.userId, submissions.userId), eq(reviews.submissionId, submissions.id)))
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(and(eq(submissions.userId, userId), which))
    .orderBy(desc(submissions.savedAt), desc(submissions.version), asc(reviews.reviewedAt))
    .limit(200);
  const versions = new Map<string, Version>();
  for (const { judgement, reviewerName, ...row } of rows) {
    const known = versions.get(row.id) ?? { ...row, judgements: [] };
    if (judgement) known.judgements.push({ ...judgement, reviewerName });
    versions.set(row.id, known);
  }
  return [...versions.values()];
}

/** The learner's own versions for one item, drafts among them. */
export function listOwnVersions(userId: string, itemId: string): Promise<Version[]> {
  return listVersionsWhere(userId, eq(submissions.itemId, itemId));
}

/** What a learner keeps to themselves: what is not handed in, or was taken back. */
const shown = notInArray(submissions.state, ["draft", "withdrawn"]);

/** A version in a list: what was given and said stands on its own page. */
export type ListedVersion = Pick<Submission, "id" | "itemId" | "version" | "kind" | "state" | "handedInAt">;

/** So many versions of one learner are listed. */
export const MOST_LISTED = 1_000;

/** All that a learner handed in, newest first, for those who teach them. At most MOST_LISTED. */
export function listEvidenceOfLearner(learner: TaughtLearner): Promise<ListedVersion[]> {
  const { id, itemId, version: number, kind, state, handedInAt } = submissions;
  return db
    .select({ id, itemId, version: number, kind, state, handedInAt })
    .from(submissions)
    .where(and(eq(submissions.userId, learner.id), shown))
    .orderBy(desc(submissions.savedAt), desc(submissions.version))
    .limit(MOST_LISTED);
}

/** A submission and the other versions for its item. `submissionId` must be a uuid. */
export function listTaughtVersions(learner: TaughtLearner, submissionId: string): Promise<Version[]> {
  const itemOfSubmission = sql`(select o.item_id from submissions o where o.user_id = ${learner.id} and o.id = ${submissionId})`;
  return listVersionsWhere(learner.id, and(shown, sql`${submissions.itemId} = ${itemOfSubmission}`));
}

export type EvidenceRow = {
  itemId: string;
  level: number;
  /** Of the newest version; null where the proof was recorded without evidence. */
  state: Submission["state"] | null;
  /** When the learner or a judge last did something with it. */
  changedAt: Date;
  /** The last word that stands, on any version. */
  judged: { verdict: Judgement["verdict"]; name: string | null; at: Date } | null;
};

/** Every item with evidence or proof, the last changed first. At most 500. */
export async function listEvidence(userId: string): Promise<EvidenceRow[]> {
  const rows = await db.execute<{
    item_id: string;
    level: number;
    state: Submission["state"] | null;
    changed_at: string;
    verdict: Judgement["verdict"] | null;
    name: string | null;
    judged_at: string | null;
  }>(sql`
    with newest as (
      select distinct on (item_id) item_id, state, coalesce(closed_at, handed_in_at, saved_at) as at
      from submissions where user_id = ${userId} order by item_id, version desc
    ), proofs as (
      select distinct on (item_id) item_id, level, given_by, given_at
      from item_proofs where user_id = ${userId} and withdrawn_at is null order by item_id, level desc, given_at desc
    ), judged as (
      select distinct on (s.item_id) s.item_id, r.verdict, r.reviewer_id, r.reviewed_at
      from reviews r join submissions s on s.user_id = r.user_id and s.id = r.submission_id
      where r.user_id = ${userId} and r.withdrawn_at is null order by s.item_id, r.reviewed_at desc
    )
    select item_id, coalesce(p.level, 0) as level, n.state,
      greatest(n.at, p.given_at, j.reviewed_at) as changed_at,
      case when j.item_id is not null then j.verdict when p.level = 4 then 'accepted' when p.level = 3 and p.given_by is not null then 'confirmed' end as verdict,
      u.name, coalesce(j.reviewed_at, p.given_at) as judged_at
    from newest n full join proofs p using (item_id) left join judged j using (item_id)
    left join users u on u.id = case when j.item_id is not null then j.reviewer_id else p.given_by end
    order by changed_at desc, item_id limit 500`);
  return rows.map((row) => ({
    itemId: row.item_id,
    level: row.level,
    state: row.state,
    changedAt: new Date(row.changed_at),
    judged: row.verdict && row.judged_at ? { verdict: row.verdict, name: row.name, at: new Date(row.judged_at) } : null,
  }));
}

/** The proof level of one item; 0 while nothing is recorded. */
export async function findProofLevel(userId: string, itemId: string): Promise<number> {
  const [row] = await db
    .select({ level: max(itemProofs.level) })
    .from(itemProofs)
    .where(and(eq(itemProofs.userId, userId), eq(itemProofs.itemId, itemId), isNull(itemProofs.withdrawnAt)));
  return row?.level ?? 0;
}

/** At most this many bytes in the files of one learner. */
const ROOM = 50 * 1024 * 1024;
const MOST_VERSIONS = 100;

type NewFile = Pick<typeof files.$inferInsert, "name" | "type" | "content">;

export type NewEvidence = {
  userId: string;
  itemId: string;
  kind: Submission["kind"];
  body: string;
  commit: string | null;
  /** Null keeps the file of the version before. */
  file: NewFile | null;
  handIn: boolean;
  /** When the draft that the form began with was saved, to the millisecond; null when there was none. Left out: whatever is there. */
  seen?: Date | null;
};

/**
 * `changed`: the draft is another one than the form began with, and nothing was saved. `waits`: a version is handed in and waits, so nothing was changed. `no-file`: none given, none before. `full`: no room for more.
 * `again`: another call changed it at the same moment.
 */
export type SavedEvidence = "saved" | "waits" | "no-file" | "full" | "changed" | "again";

/** Makes or changes the one draft of an item and, if asked, hands it in: the draft, its file and its proof in one statement. */
export async function saveEvidence({ userId, itemId, kind, body, commit, file, handIn, seen }: NewEvidence): Promise<SavedEvidence> {
  const fileId = file && uuidv7();
  const size = file?.content.byteLength ?? 0;
  const state = handIn ? "handed-in" : "draft";
  // Sent again, as no answer came, it is the same; a file is another one each time.
  const begun = (draft: SQL) => sql`(${seen === undefined}::boolean or date_trunc('milliseconds', ${draft}.saved_at) is not distinct from ${seen?.toISOString() ?? null}::timestamptz
    or (${kind}::text <> 'file' and (${draft}.kind, ${draft}.body, ${draft}.commit) is not distinct from (${kind}::text, ${body}::text, ${commit}::text)))`;
  const [row] = await db.execute<{ id: string | null; waits: boolean; stale: boolean; file_id: string | null; room: boolean }>(sql`
    with accounts as (${accountsOf(userId)}), last as (
      select version, state, file_id, saved_at, kind, body, commit from submissions where user_id = ${userId} and item_id = ${itemId} order by version desc limit 1
    ), given as (
      select ${kind}::text as kind, case when ${kind} = 'file' then coalesce(${fileId}::uuid, (select file_id from last)) end as file_id,
        case when ${handIn}::boolean then now() end as handed_in_at,
        ${size}::int = 0 or (select coalesce(sum(f.size), 0) from files f where f.user_id = ${userId}) + ${size}::int <= ${ROOM}::int as fits
    ), changed as (
      update submissions s
      set kind = g.kind, body = ${body}, commit = ${commit}, file_id = g.file_id, state = ${state}, saved_at = now(), handed_in_at = g.handed_in_at
      from given g
      where ${held} and s.user_id = ${userId} and s.item_id = ${itemId} and s.state = 'draft' and ${begun(sql`s`)} and g.fits and (g.kind <> 'file' or g.file_id is not null)
      returning s.id
    ), added as (
      insert into submissions (user_id, id, item_id, version, kind, body, commit, file_id, state, handed_in_at)
      select ${userId}, ${uuidv7()}::uuid, ${itemId}, coalesce((select version from last), 0) + 1, g.kind, ${body}, ${commit}, g.file_id, ${state}, g.handed_in_at
      from given g
      where not exists (select from last where state in ('draft', 'handed-in')) and g.fits and (g.kind <> 'file' or g.file_id is not null)
        and coalesce((select version from last), 0) < ${MOST_VERSIONS}
      on conflict do nothing
      returning id
    ), saved as (
      select id from changed union all select id from added
    ), file as (
      insert into files (user_id, id, name, type, size, content)
      select ${userId}, ${fileId}::uuid, ${file?.name ?? null}::text, ${file?.type ?? null}::text, ${size}::int, ${file?.content ?? null}::bytea
      from saved where ${fileId}::uuid is not null
    ), dropped as (
      delete from files f using last, given g
      where exists (select from saved) and last.state = 'draft' and f.user_id = ${userId} and f.id = last.file_id and g.file_id is distinct from f.id
        and not exists (select from submissions o where o.user_id = f.user_id and o.file_id = f.id and o.state <> 'draft')
    ), proof as (
      insert into item_proofs (user_id, id, item_id, level, submission_id)
      select ${userId}, ${uuidv7()}::uuid, ${itemId}, 1, id from saved where ${handIn}::boolean
    )
    select (select id from saved) as id, exists (select from last where state = 'handed-in') as waits, g.file_id,
      exists (select from last where state = 'draft' and not ${begun(sql`last`)}) as stale,
      g.fits and not exists (select from last where version >= ${MOST_VERSIONS} and state <> 'draft') as room
    from given g`);
  if (row?.id) {
    if (handIn) tellInstructors(userId);
    return "saved";
  }
  if (row?.waits) return "waits";
  if (row?.stale) return "changed";
  if (kind === "file" && !row?.file_id) return "no-file";
  return row?.room ? "again" : "full";
}

/**
 * Takes back what waits, and with it the proofs that rest on it. False when it does not wait any more, or when a peer confirmed it
 * at this very moment: this statement would not see that proof.
 */
export async function withdrawEvidence(userId: string, submissionId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(userId)}), seen as materialized (
      select id, confirmed_at from submissions where user_id = ${userId} and id = ${submissionId}
    ), withdrawn as (
      update submissions s set state = 'withdrawn', closed_at = now(), claimed_by = null, claimed_at = null
      from seen
      where ${held} and s.user_id = ${userId} and s.id = seen.id and s.state = 'handed-in' and s.confirmed_at is not distinct from seen.confirmed_at
      returning s.user_id, s.id
    ), proofs as (
      update item_proofs p set withdrawn_at = now()
      from withdrawn w
      where p.user_id = w.user_id and p.submission_id = w.id and p.withdrawn_at is null
    )
    select id from withdrawn`);
  return rows.length > 0;
}
