import "server-only";
import { asc, sql, type SQL } from "drizzle-orm";
import { db, longDb } from "@/db/client";
import { erasures } from "@/db/schema/privacy";
import { sqlStateOf } from "@/db/sql-state";
import { auditOf } from "./audit";

export type Erased = "erased" | "last admin" | "nobody";

/**
 * Erases an account with all that is the person’s, in one statement; the only admin is not erased. What remains: the ids in the record
 * and in the list of erasures, sessions without a person or a device, by which devices are told, and what the person wrote about others, without
 * who wrote it. Progress that another device sends meanwhile is erased with it, or refused with 23503.
 */
export async function eraseAccount(userId: string): Promise<Erased> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await erase(userId);
    } catch (error) {
      if (tries === MOST_TRIES || !isHeldUp(error)) throw error;
    }
  }
}

const MOST_TRIES = 5;

/** Another write about the person held what the erasure needs: too long (55P03), or while it waited for the account (40P01). */
function isHeldUp(error: unknown): boolean {
  return ["55P03", "40P01"].includes(sqlStateOf(error) ?? "");
}

/** As db/queries/own-data.ts has it: what others wrote of an address that a person did not show to be theirs is about whoever has it. */
const isTheirs = (cohortId: SQL) => sql`(p.checked or exists (select from enrollments e where e.user_id = p.id and e.cohort_id = ${cohortId}))`;

async function erase(userId: string): Promise<Erased> {
  const [row] = await db.execute<{ answer: Erased }>(sql`
    with admins as materialized (
      select id from users where admin and disabled_at is null order by id for update
    ), themselves as materialized (
      -- Of an admin after all admins, in their order. Who was erased meanwhile is not there, though this statement's snapshot has them.
      select id, email, admin, email_checked_at is not null as checked from users where id = ${userId}::uuid and (not admin or (select count(*) from admins) >= 0) for update
    ), person as materialized (
      select id, email, checked from themselves where not admin or exists (select from admins where id <> ${userId}::uuid)
    ), listed as (
      insert into erasures (user_id) select id from person on conflict do nothing
    ), audited as (
      ${auditOf({ actorId: userId, action: "account.erase", personId: userId }, "person")}
    ), tombstones as (
      update sessions set device = null, device_hash = null, challenge = null, challenge_until = null where user_id in (select id from person)
    ), mail as (
      delete from outbox where address in (select email from person where checked)
    ), codes as (
      delete from mail_codes where address in (select email from person where checked)
    ), offers as (
      delete from invitations i using person p where i.email = p.email and ${isTheirs(sql`i.cohort_id`)}
    ), teaching_offers as (
      delete from instructor_invitations i using person p where i.email = p.email and (p.checked or i.used_by = p.id)
    ), expected as (
      delete from roster_entries r using person p where r.email = p.email and ${isTheirs(sql`r.cohort_id`)}
    ), gone as (
      delete from users where id in (select id from person) returning id
    )
    select case when exists (select from gone) then 'erased' when exists (select from themselves) then 'last admin' else 'nobody' end as answer`);
  if (!row) throw new Error("Erasing always gives a row.");
  return row.answer;
}

export type Erasure = { userId: string; at: Date };

const PAGE = 1_000;

/** A page of all erasures, by id; `after` is the last id of the page before. */
export async function listErasures(after: string | null): Promise<Erasure[]> {
  return db
    .select({ userId: erasures.userId, at: erasures.at })
    .from(erasures)
    .where(after === null ? undefined : sql`${erasures.userId} > ${after}::uuid`)
    .orderBy(asc(erasures.userId))
    .limit(PAGE);
}

/** Keeps in the list what was erased before a restore. Idempotent. */
export async function addErasures(userIds: readonly string[]): Promise<void> {
  // One value for all: a statement takes 65,534 values.
  await longDb.execute(sql`insert into erasures (user_id) select id::uuid from jsonb_array_elements_text(${JSON.stringify(userIds)}::text::jsonb) id on conflict do nothing`);
}
