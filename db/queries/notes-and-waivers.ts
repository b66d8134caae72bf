import "server-only";
import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { notes, waivers } from "@/db/schema/cohorts";
import { accountsOf, held } from "./accounts-first";
import { actOfAdmin, auditOf } from "./audit";
import type { TaughtLearner } from "./cohorts";

/** The viewer may still write here and the learner still learns here, in the statement that writes. */
function allowed({ id, cohort }: TaughtLearner): SQL {
  const mayWrite =
    cohort.as === "admin"
      ? sql`exists (select from users where id = ${cohort.viewerId} and admin)`
      : sql`exists (select from enrollments where cohort_id = ${cohort.id} and user_id = ${cohort.viewerId} and role = 'instructor' and left_at is null)`;
  return sql`${mayWrite} and exists (select from enrollments where cohort_id = ${cohort.id} and user_id = ${id} and role = 'learner' and left_at is null)`;
}

/** `own`: the viewer wrote it. */
export type Note = { id: string; body: string; writtenAt: Date; writtenBy: string | null; own: boolean };

export const MOST_NOTES = 200;

/** What the instructors of the cohort wrote about a learner, newest first. */
export async function listNotes({ id, cohort }: TaughtLearner): Promise<Note[]> {
  return db
    .select({
      id: notes.id,
      body: notes.body,
      writtenAt: notes.writtenAt,
      writtenBy: users.name,
      own: sql<boolean>`coalesce(${notes.writtenBy} = ${cohort.viewerId}, false)`,
    })
    .from(notes)
    .leftJoin(users, eq(users.id, notes.writtenBy))
    .where(and(eq(notes.cohortId, cohort.id), eq(notes.learnerId, id)))
    .orderBy(desc(notes.writtenAt), desc(notes.id))
    .limit(MOST_NOTES);
}

/** The same id with the same words is the same note; with other words it is another one. False when the viewer may not write it. */
export async function saveNote(learner: TaughtLearner, note: { id: string; body: string }): Promise<boolean> {
  const { cohort } = learner;
  const rows = await db.execute(sql`
    with known as (
      select body from notes where cohort_id = ${cohort.id} and id = ${note.id}
    ), written as (
      insert into notes (cohort_id, id, learner_id, body, written_by)
      select ${cohort.id}::uuid, case when exists (select from known) then ${uuidv7()}::uuid else ${note.id}::uuid end,
        ${learner.id}::uuid, ${note.body}, ${cohort.viewerId}::uuid
      where ${allowed(learner)} and not exists (select from known where body = ${note.body})
      on conflict do nothing
      returning id
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "note.write", learner.id), "written")}
    )
    select 1 where ${allowed(learner)}`);
  return rows.length > 0;
}

/** Takes away a note of one's own. Idempotent. */
export async function removeNote(learner: TaughtLearner, noteId: string): Promise<void> {
  const { cohort } = learner;
  await db.execute(sql`
    with removed as (
      delete from notes
      where cohort_id = ${cohort.id} and id = ${noteId} and learner_id = ${learner.id} and written_by = ${cohort.viewerId} and ${allowed(learner)}
      returning id
    )
    ${auditOf(actOfAdmin(cohort, "note.remove", learner.id), "removed")}`);
}

export type Waiver = {
  id: string;
  itemId: string;
  state: "not-needed" | "known";
  reason: string;
  givenBy: string | null;
  givenAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
};

const givers = alias(users, "givers");
const withdrawers = alias(users, "withdrawers");

/** Standing ones first, then those that were withdrawn; each newest first. At most 500. */
export async function listWaivers({ id, cohort }: TaughtLearner): Promise<Waiver[]> {
  return db
    .select({
      id: waivers.id,
      itemId: waivers.itemId,
      state: waivers.state,
      reason: waivers.reason,
      givenBy: givers.name,
      givenAt: waivers.givenAt,
      withdrawnAt: waivers.withdrawnAt,
      withdrawnBy: withdrawers.name,
    })
    .from(waivers)
    .leftJoin(givers, eq(givers.id, waivers.givenBy))
    .leftJoin(withdrawers, eq(withdrawers.id, waivers.withdrawnBy))
    .where(and(eq(waivers.cohortId, cohort.id), eq(waivers.learnerId, id)))
    .orderBy(sql`${waivers.withdrawnAt} is not null`, desc(waivers.givenAt), desc(waivers.id))
    .limit(500);
}

export type GivenWaiver = Pick<Waiver, "itemId" | "state" | "reason">;

/** True too when the viewer has given this very waiver before. False when another one stands for the item, or the viewer may not give it. */
export async function saveWaiver(learner: TaughtLearner, { itemId, state, reason }: GivenWaiver): Promise<boolean> {
  const { cohort } = learner;
  const rows = await db.execute(sql`
    with given as (
      insert into waivers (cohort_id, id, learner_id, item_id, state, reason, given_by)
      select ${cohort.id}::uuid, ${uuidv7()}::uuid, ${learner.id}::uuid, ${itemId}, ${state}, ${reason}, ${cohort.viewerId}::uuid
      where ${allowed(learner)}
      on conflict (cohort_id, learner_id, item_id) where withdrawn_at is null do nothing
      returning id
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "waiver.write", learner.id), "given")}
    )
    select id from given
    union all
    select id from waivers
    where cohort_id = ${cohort.id} and learner_id = ${learner.id} and item_id = ${itemId} and withdrawn_at is null
      and state = ${state} and reason = ${reason} and given_by = ${cohort.viewerId}`);
  return rows.length > 0;
}

/** It is kept, and says who took it back and when. Idempotent. */
export async function withdrawWaiver(learner: TaughtLearner, waiverId: string): Promise<void> {
  const { cohort } = learner;
  await db.execute(sql`
    with accounts as (${accountsOf(learner.id, cohort.viewerId)}), withdrawn as (
      update waivers set withdrawn_at = now(), withdrawn_by = ${cohort.viewerId}
      where ${held} and cohort_id = ${cohort.id} and id = ${waiverId} and learner_id = ${learner.id} and withdrawn_at is null and ${allowed(learner)}
      returning id
    )
    ${auditOf(actOfAdmin(cohort, "waiver.withdraw", learner.id), "withdrawn")}`);
}
