import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { enrollments } from "@/db/schema/cohorts";
import { installation } from "@/db/schema/installation";

export type Viewer = { id: string; name: string; teaches: boolean; admin: boolean };

/** A session that has not ended. Its viewer is null once the account was erased. */
export type OpenSession = { viewer: Viewer | null; seenLongAgo: boolean };

/** What is kept of a random id or token: a copy of the table is of no use to anyone. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const openSession = db
  .select({
    id: users.id,
    name: users.name,
    admin: users.admin,
    teaches: sql<boolean>`exists (select 1 from ${enrollments} where ${enrollments.userId} = ${users.id} and ${enrollments.role} = 'instructor' and ${enrollments.leftAt} is null)`,
    seenLongAgo: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 hour'`,
  })
  .from(sessions)
  .leftJoin(users, eq(users.id, sessions.userId))
  .where(
    and(
      eq(sessions.idHash, sql.placeholder("idHash")),
      sql`${sessions.endedAt} is null`,
      sql`${sessions.lastSeenAt} > now() - interval '14 days'`,
      sql`${sessions.createdAt} > now() - interval '90 days'`,
    ),
  )
  .prepare("open_session");

/** The session of a cookie's random id; null when there is none, or it ended or ran out (idle 14 days, 90 days in all). */
export async function findOpenSession(sessionId: string): Promise<OpenSession | null> {
  const [row] = await openSession.execute({ idHash: hashToken(sessionId) });
  if (!row) return null;
  const { id, name, admin, teaches, seenLongAgo } = row;
  const viewer = id === null || name === null ? null : { id, name, admin: admin === true, teaches };
  return { viewer, seenLongAgo };
}

export async function saveSessionSeen(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(eq(sessions.idHash, hashToken(sessionId)));
}

export async function addSession(session: { sessionId: string; userId: string }): Promise<void> {
  await db.insert(sessions).values({ idHash: hashToken(session.sessionId), userId: session.userId });
}

/** Idempotent. Acts on the next request of every tab that holds the cookie. */
export async function endSession(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: sql`coalesce(${sessions.endedAt}, now())` })
    .where(eq(sessions.idHash, hashToken(sessionId)));
}

export async function findPasswordHash(email: string): Promise<{ userId: string; passwordHash: string | null } | null> {
  const [row] = await db
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  return row ?? null;
}

/** The new account's id, or null when the address has an account already. */
export async function addUser(user: { name: string; email: string; passwordHash: string }): Promise<string | null> {
  const [row] = await db
    .insert(users)
    .values({ id: uuidv7(), ...user })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return row?.id ?? null;
}

export type Identity = { provider: string; providerAccountId: string; name: string; email: string };

/**
 * The account behind an identity, made when neither the identity nor the address is known. Null when the address belongs to
 * an account that was made another way: only its owner may join the two.
 */
export async function findOrAddUserOfIdentity(identity: Identity): Promise<string | null> {
  const { provider, providerAccountId, name, email } = identity;
  const rows = await db.execute<{ user_id: string }>(sql`
    with known as (
      select user_id from identities where provider = ${provider} and provider_account_id = ${providerAccountId}
    ), added as (
      insert into users (id, name, email)
      select ${uuidv7()}::uuid, ${name}, ${email} where not exists (select 1 from known)
      on conflict (email) do nothing returning id
    ), joined as (
      insert into identities (provider, provider_account_id, user_id)
      select ${provider}, ${providerAccountId}, id from added returning user_id
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
    )
    update users set admin = true where id = ${claim.userId} and exists (select 1 from claimed) returning users.id`);
  return rows.length === 1;
}
