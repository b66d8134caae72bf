import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import type { AuditAction } from "@/lib/audit/words";
import { hashToken } from "./accounts";
import { auditOf } from "./audit";
import type { NoticeKind } from "./outbox";

export type Credentials = { email: string; checked: boolean; hasPassword: boolean };

export async function findCredentials(userId: string): Promise<Credentials | null> {
  const rows = await db.execute<Credentials>(sql`
    select email, email_checked_at is not null as checked, password_hash is not null as "hasPassword" from users where id = ${userId}::uuid`);
  return rows[0] ?? null;
}

/** What follows from a changed address or password, as CTEs after one named `changed` with the `id` and the `told` address of the account. */
function afterwards({ userId, idHash }: { userId: string; idHash: string }, what: NoticeKind, action: AuditAction): SQL {
  return sql`ended as (
      update sessions set ended_at = now() where user_id in (select id from changed) and id_hash <> ${idHash} and ended_at is null
    ), forgotten as (
      delete from known_devices where user_id in (select id from changed)
        and device_hash is distinct from (select device_hash from sessions where id_hash = ${idHash})
    ), called_off as (
      update mail_codes set used_at = now() where user_id in (select id from changed) and used_at is null
    ), told as (
      insert into outbox (id, reason, kind, user_id, address, about)
      select ${uuidv7()}::uuid, ${`notice:${uuidv7()}`}, 'notice', id, told, jsonb_build_object('what', ${what}::text) from changed
    ), audited as (
      ${auditOf({ actorId: userId, action, personId: userId }, "changed")}
    )`;
}

/** Sets a password, ends the other sessions, makes other devices unknown and links useless, writes it down and tells the address. */
export async function savePassword(of: { userId: string; idHash: string }, passwordHash: string): Promise<void> {
  await db.execute(sql`
    with changed as (
      update users set password_hash = ${passwordHash} where id = ${of.userId}::uuid returning id, email as told
    ), ${afterwards(of, "password-changed", "password.change")}
    select 1 from changed`);
}

/** What follows of a changed address alone: lists and mail that name the one before. As CTEs after one named `changed`. */
const afterNewAddress = sql`expected as (
      update roster_entries r set joined_as = changed.id from changed
      where r.email = changed.told and exists (select from enrollments e where e.cohort_id = r.cohort_id and e.user_id = changed.id)
    ), used_up as (
      delete from invitations i using changed
      where i.email = changed.told and i.uses > 0 and exists (select from enrollments e where e.cohort_id = i.cohort_id and e.user_id = changed.id)
    ), readdressed as (
      update outbox set address = changed.to_address from changed
      where outbox.user_id = changed.id and outbox.kind in ('message', 'summary', 'listings') and outbox.sent_at is null and outbox.gave_up_at is null
    )`;

/**
 * Gives the account the address to which the link was sent, with what follows as for a password; the address before it is told. False
 * when the code is not good any more, was asked for by somebody else, or the address has an account. Rejects with 23505 when it gets one
 * at this moment.
 */
export async function saveAddressByCode(of: { userId: string; idHash: string }, code: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with used as (
      select id, address from mail_codes
      where code_hash = ${hashToken(code)} and purpose = 'change-address' and user_id = ${of.userId}::uuid and used_at is null and expires_at > now()
      for update
    ), before as (
      select email from users where id = ${of.userId}::uuid
    ), changed as (
      update users u set email = used.address, email_checked_at = now() from used, before
      where u.id = ${of.userId}::uuid and not exists (select 1 from users other where other.email = used.address)
      returning u.id, before.email as told, u.email as to_address
    ), ${afterNewAddress}, ${afterwards(of, "address-changed", "address.change")}
    select 1 from changed`);
  return rows.length === 1;
}
