import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { hashToken } from "./accounts";
import { auditOf } from "./audit";
import { consentOf } from "./consents";
import { maySignUp } from "./settings";

/** What a link in a mail is for, with what was typed when it was asked for; `next` is sealed, see lib/auth/sealed-path.ts. */
export type CodeAsked =
  | { purpose: "sign-up"; detail: { name: string; next: string } }
  | { purpose: "check-address" | "change-address"; detail: Record<string, never> }
  | { purpose: "reset-password"; detail: Record<string, never> };

export type CodePurpose = CodeAsked["purpose"];

/** Asks for a mail with a link. The same statement whether or not the address has an account: that is looked up when the mail is put together. */
export async function addMailCode({ purpose, detail }: CodeAsked, { address, userId = null }: { address: string; userId?: string | null }): Promise<void> {
  const id = uuidv7();
  await db.execute(sql`
    with asked as (
      insert into mail_codes (id, purpose, user_id, address, detail)
      values (${id}::uuid, ${purpose}, ${userId}::uuid, ${address}, ${JSON.stringify(detail)}::text::jsonb)
    )
    insert into outbox (id, reason, kind, user_id, address, about)
    values (${uuidv7()}::uuid, ${`code:${id}`}, 'code', ${userId}::uuid, ${address}, jsonb_build_object('codeId', ${id}::text))`);
}

/** What a mail with a link says. `hasAccount` is whether its address has one now. */
export type CodeMail = CodeAsked & { hasAccount: boolean };

/** Writes a fresh code for a mail, good for ten minutes. Null when it was used, was asked for more than a day ago, or its mail was called off. */
export async function saveMailCode({ codeId, mailId }: { codeId: string; mailId: string }, code: string): Promise<CodeMail | null> {
  const rows = await db.execute<CodeMail>(sql`
    update mail_codes c
    set code_hash = ${hashToken(code)}, expires_at = now() + interval '10 minutes', user_id = coalesce(c.user_id, (select id from users where email = c.address))
    where c.id = ${codeId}::uuid and c.used_at is null and c.created_at > now() - interval '1 day'
      and exists (select 1 from outbox where id = ${mailId}::uuid and sent_at is null)
    returning c.purpose, c.detail, exists (select 1 from users where email = c.address) as "hasAccount"`);
  return rows[0] ?? null;
}

const good = (code: string, purpose: CodePurpose) => sql`code_hash = ${hashToken(code)} and purpose = ${purpose} and used_at is null and expires_at > now()`;

export type GoodCode = { address: string; userId: string | null; detail: CodeAsked["detail"] };

/** Looks at a code and uses nothing up: mail programs open links too. Null when it was used or has run out. */
export async function findMailCode(purpose: CodePurpose, code: string): Promise<GoodCode | null> {
  const rows = await db.execute<GoodCode>(sql`select address, user_id as "userId", detail from mail_codes where ${good(code, purpose)}`);
  return rows[0] ?? null;
}

const using = (code: string, purpose: CodePurpose): SQL => sql`update mail_codes set used_at = now() where ${good(code, purpose)} returning user_id, address, detail`;

/**
 * Makes the account of a sign-up: its address and where its owner was. Null when the code is not good any more, the address has an account
 * meanwhile, or the installation lets nobody in with it and this invitation.
 */
export async function addUserByCode(code: string, passwordHash: string, invitation: string | null = null): Promise<{ email: string; next: string } | null> {
  const id = uuidv7();
  const rows = await db.execute<{ email: string; next: string }>(sql`
    with used as (${using(code, "sign-up")}), added as (
      insert into users (id, name, email, password_hash, email_checked_at)
      select ${id}::uuid, detail->>'name', address, ${passwordHash}, now() from used where ${maySignUp(sql`used.address`, invitation)}
      on conflict (email) do nothing returning id, email
    ), agreed as (
      ${consentOf("account", sql`select id as user_id, true as given from added`)}
    ), audited as (
      ${auditOf({ actorId: id, action: "account.make", personId: id }, "added")}
    )
    select added.email, used.detail->>'next' as next from added, used`);
  return rows[0] ?? null;
}

/** The address is checked. False when the code is not good any more, or the account has another address now. */
export async function saveCheckByCode(code: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with used as (${using(code, "check-address")})
    update users u set email_checked_at = now() from used where u.id = used.user_id and u.email = used.address returning u.id`);
  return rows.length === 1;
}

/**
 * Sets a new password, ends every session, makes every device unknown and every other link of the account useless, writes it down
 * and tells the address. Where the address was not checked before, whoever made the account with it may be another: what they signed in with
 * at other services leads nowhere from now on. False when the code is not good any more, or the account has another address now.
 */
export async function savePasswordByCode(code: string, passwordHash: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with used as (${using(code, "reset-password")}), before as (
      select u.id, u.email_checked_at is not null as checked from users u join used on u.id = used.user_id
    ), reset as (
      update users u set password_hash = ${passwordHash}, email_checked_at = now()
      from used where u.id = used.user_id and u.email = used.address returning u.id, u.email
    ), others as (
      delete from identities where user_id in (select id from reset) and exists (select from before where not checked)
    ), ended as (
      update sessions set ended_at = now() where user_id in (select id from reset) and ended_at is null
    ), forgotten as (
      delete from known_devices where user_id in (select id from reset)
    ), called_off as (
      update mail_codes set used_at = now() where user_id in (select id from reset) and used_at is null and code_hash is distinct from ${hashToken(code)}
    ), told as (
      insert into outbox (id, reason, kind, user_id, address, about)
      select ${uuidv7()}::uuid, ${`notice:${uuidv7()}`}, 'notice', id, email, '{"what": "password-reset"}' from reset
    ), audited as (
      insert into audit (id, actor_id, action, person_id) select ${uuidv7()}::uuid, id, 'password.reset', id from reset
    )
    select 1 from reset`);
  return rows.length === 1;
}
