import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { installation } from "@/db/schema/installation";
import { auditOf } from "./audit";
import { consentOf } from "./consents";
import { maySignUp } from "./settings";

export type Viewer = { id: string; name: string; teaches: boolean; admin: boolean };

/** What is kept of a random id or token: a copy of the table is of no use to anyone. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export async function findUserId(email: string): Promise<string | null> {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id ?? null;
}

/** Whether an admin lets the person in no more. */
export async function isDisabled(userId: string): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).where(and(eq(users.id, userId), isNotNull(users.disabledAt)));
  return row !== undefined;
}

export type NewUser = { name: string; email: string; passwordHash: string; invitation?: string | null };

/** The new account's id, or null when the address has an account already, or the installation lets nobody in with it and this invitation. */
export async function addUser({ name, email, passwordHash, invitation = null }: NewUser): Promise<string | null> {
  const rows = await db.execute<{ id: string }>(sql`
    with added as (
      insert into users (id, name, email, password_hash)
      select ${uuidv7()}::uuid, ${name}, ${email}, ${passwordHash} where ${maySignUp(sql`${email}::text`, invitation)}
      on conflict (email) do nothing returning id
    ), agreed as (
      ${consentOf("account", sql`select id as user_id, true as given from added`)}
    )
    select id from added`);
  return rows[0]?.id ?? null;
}

/** `emailChecked`: the service says that the address is theirs. */
export type Identity = { provider: string; providerAccountId: string; name: string; email: string; emailChecked?: boolean; invitation?: string | null };

/**
 * The account behind an identity, made when neither the identity nor the address is known. Null when the address belongs to
 * an account that was made another way: only its owner may join the two; and when the installation lets nobody in with the address and this
 * invitation.
 */
export async function findOrAddUserOfIdentity(identity: Identity): Promise<string | null> {
  const { provider, providerAccountId, name, email, emailChecked = false, invitation = null } = identity;
  const rows = await db.execute<{ user_id: string }>(sql`
    with known as (
      select user_id from identities where provider = ${provider} and provider_account_id = ${providerAccountId}
    ), checked as (
      update users set email_checked_at = now()
      where ${emailChecked}::boolean and id in (select user_id from known) and email = ${email} and email_checked_at is null
    ), added as (
      insert into users (id, name, email, email_checked_at)
      select ${uuidv7()}::uuid, ${name}, ${email}, case when ${emailChecked} then now() end where not exists (select 1 from known) and ${maySignUp(sql`${email}::text`, invitation)}
      on conflict (email) do nothing returning id
    ), joined as (
      insert into identities (provider, provider_account_id, user_id)
      select ${provider}, ${providerAccountId}, id from added returning user_id
    ), agreed as (
      ${consentOf("account", sql`select user_id, true as given from joined`)}
    )
    select user_id from known union all select user_id from joined`);
  return rows[0]?.user_id ?? null;
}

/** Makes the viewer the first admin when the token is the one in the log and there is no admin yet. */
export async function saveFirstAdmin(claim: { userId: string; token: string }): Promise<boolean> {
  const rows = await db.execute(sql`
    with claimed as (
      update ${installation} set admin_claim_hash = null
      where admin_claim_hash = ${hashToken(claim.token)} and not exists (select 1 from users where admin)
      returning id
    ), made as (
      update users set admin = true where id = ${claim.userId}::uuid and exists (select 1 from claimed) returning id
    ), audited as (
      ${auditOf({ actorId: claim.userId, action: "person.first-admin", personId: claim.userId }, "made")}
    )
    select 1 from made`);
  return rows.length === 1;
}
