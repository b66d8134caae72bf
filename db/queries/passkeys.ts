import "server-only";
import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { passkeys, recoveryCodes } from "@/db/schema/passkeys";
import { hashToken } from "./accounts";
import { accountsOf, held } from "./accounts-first";
import { auditOf } from "./audit";
import type { NoticeKind } from "./outbox";

const MOST_PASSKEYS = 20;

export type ListedPasskey = { id: string; name: string; createdAt: Date; usedAt: Date | null };

export async function listPasskeys(userId: string): Promise<ListedPasskey[]> {
  return db
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt, usedAt: passkeys.usedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt))
    .limit(MOST_PASSKEYS);
}

/** What an authenticator needs to know of those that a person has. */
export async function listPasskeyIds(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return db.select({ id: passkeys.id, transports: passkeys.transports }).from(passkeys).where(eq(passkeys.userId, userId)).limit(MOST_PASSKEYS);
}

export type PasskeyToCheck = { id: string; publicKey: string; counter: number; transports: string[] };

export async function findPasskey(userId: string, id: string): Promise<PasskeyToCheck | null> {
  const [row] = await db
    .select({ id: passkeys.id, publicKey: passkeys.publicKey, counter: passkeys.counter, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)));
  return row ?? null;
}

/** Good for five minutes; the one before it is worth nothing. */
export async function saveChallenge(idHash: string, challenge: string): Promise<void> {
  await db.execute(sql`update sessions set challenge = ${challenge}, challenge_until = now() + interval '5 minutes' where id_hash = ${idHash} and ended_at is null`);
}

/** The challenge of a session, once. Null when there is none, or it ran out. */
export async function takeChallenge(idHash: string): Promise<string | null> {
  const rows = await db.execute<{ challenge: string }>(sql`
    with held as (
      select id_hash, challenge from sessions where id_hash = ${idHash} and challenge_until > now() and ended_at is null for update
    )
    update sessions s set challenge = null, challenge_until = null from held where s.id_hash = held.id_hash and held.challenge is not null
    returning held.challenge`);
  return rows[0]?.challenge ?? null;
}

const told = (userId: string, what: NoticeKind, changed: string): SQL => sql`
  insert into outbox (id, reason, kind, user_id, address, about)
  select ${uuidv7()}::uuid, ${`notice:${uuidv7()}`}, 'notice', id, email, jsonb_build_object('what', ${what}::text)
  from users where id = ${userId}::uuid and exists (select from ${sql.identifier(changed)})`;

export type NewPasskey = { userId: string; idHash: string; passkey: PasskeyToCheck & { name: string }; recoveryHashes: readonly string[] };

/**
 * Adds a passkey; this session has shown it, every other session of the account ends. The recovery codes are taken when the account has
 * none yet: true then. Null when the passkey is somebody’s already.
 */
export async function addPasskey({ userId, idHash, passkey, recoveryHashes }: NewPasskey): Promise<{ withCodes: boolean } | null> {
  const { id, name, publicKey, counter, transports } = passkey;
  const rows = await db.execute<{ withCodes: boolean }>(sql`
    with accounts as (${accountsOf(userId)}), added as (
      insert into passkeys (id, user_id, name, public_key, counter, transports)
      select ${id}, ${userId}::uuid, ${name}, ${publicKey}, ${counter}::bigint, array(select jsonb_array_elements_text(${JSON.stringify(transports)}::text::jsonb))
      where exists (select from accounts) and (select count(*) from passkeys where user_id = ${userId}::uuid) < ${MOST_PASSKEYS}
      on conflict (id) do nothing returning id
    ), codes as (
      insert into recovery_codes (user_id, code_hash)
      select ${userId}::uuid, jsonb_array_elements_text(${JSON.stringify(recoveryHashes)}::text::jsonb)
      where exists (select from added) and not exists (select from recovery_codes where user_id = ${userId}::uuid and used_at is null)
      returning code_hash
    ), shown as (
      update sessions set passkey_at = now() where id_hash = ${idHash} and exists (select from added)
    ), ended as (
      update sessions set ended_at = now() where user_id = ${userId}::uuid and id_hash <> ${idHash} and ended_at is null and exists (select from added)
    ), audited as (
      ${auditOf({ actorId: userId, action: "passkey.add", personId: userId }, "added")}
    ), told as (${told(userId, "passkey-added", "added")})
    select exists (select from codes) as "withCodes" from added`);
  return rows[0] ?? null;
}

/** With the last passkey its recovery codes go too. False when the person has no such passkey. */
export async function removePasskey(userId: string, id: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(userId)}), removed as (
      delete from passkeys where ${held} and user_id = ${userId}::uuid and id = ${id} returning id
    ), codes as (
      delete from ${recoveryCodes} where user_id = ${userId}::uuid and exists (select from removed)
        and not exists (select from passkeys p where p.user_id = ${userId}::uuid and p.id <> ${id})
    ), audited as (
      ${auditOf({ actorId: userId, action: "passkey.remove", personId: userId }, "removed")}
    ), told as (${told(userId, "passkey-removed", "removed")})
    select 1 from removed`);
  return rows.length === 1;
}

export type ShownPasskey = { userId: string; idHash: string; nextSessionId: string; id: string; counter: number };

const shownIn = (idHash: string, nextSessionId: string, by: string): SQL => sql`
  update sessions set id_hash = ${hashToken(nextSessionId)}, awaits_passkey = false, passkey_at = now(), confirmed_at = now()
  where id_hash = ${idHash} and ended_at is null and exists (select from ${sql.identifier(by)})`;

/** The session goes on under another id, with the passkey shown. False when its counter did not grow: then it was copied. */
export async function savePasskeyShown({ userId, idHash, nextSessionId, id, counter }: ShownPasskey): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(userId)}), used as (
      update passkeys set counter = ${counter}::bigint, used_at = now()
      where ${held} and user_id = ${userId}::uuid and id = ${id} and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0)) returning id
    ), session as (${shownIn(idHash, nextSessionId, "used")}), audited as (
      ${auditOf({ actorId: userId, action: "passkey.show", personId: userId }, "used")}
    )
    select 1 from used`);
  return rows.length === 1;
}

/** The same with a recovery code, which is used up; the address is told. False when it is not one of the person’s, or was used. */
export async function saveRecoveryCodeUsed({ userId, idHash, nextSessionId, code }: { userId: string; idHash: string; nextSessionId: string; code: string }): Promise<boolean> {
  const rows = await db.execute(sql`
    with accounts as (${accountsOf(userId)}), used as (
      update recovery_codes set used_at = now() where ${held} and user_id = ${userId}::uuid and code_hash = ${hashToken(code)} and used_at is null returning code_hash
    ), session as (${shownIn(idHash, nextSessionId, "used")}), audited as (
      ${auditOf({ actorId: userId, action: "recovery-code.use", personId: userId }, "used")}
    ), told as (${told(userId, "recovery-code-used", "used")})
    select 1 from used`);
  return rows.length === 1;
}
