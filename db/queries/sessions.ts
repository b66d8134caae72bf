import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { hashToken, type Viewer } from "./accounts";
import { accountsOf } from "./accounts-first";
import { auditOf } from "./audit";
import { isInstructor } from "./people";

/**
 * A session that has not ended, named by the hash of its random id. Its viewer is null once the account was erased. It is fresh for ten
 * minutes after the person signed in, or showed again who they are. While it awaits a passkey nobody is signed in.
 */
export type OpenSession = { idHash: string; viewer: Viewer | null; seenLongAgo: boolean; fresh: boolean; awaitsPasskey: boolean; passkeyShown: boolean };

/** Whose session opens what belongs to others. For statements that join `users`. */
const ofStaff = sql`(users.admin or ${isInstructor})`;

/** Neither ended nor run out: idle for 14 days or 90 days old; of instructors and admins, idle for 8 hours or a day old. */
const open = and(
  isNull(sessions.endedAt),
  sql`${sessions.lastSeenAt} > now() - case when ${ofStaff} then interval '8 hours' else interval '14 days' end`,
  sql`${sessions.createdAt} > now() - case when ${ofStaff} then interval '1 day' else interval '90 days' end`,
);

const openSession = db
  .select({
    idHash: sessions.idHash,
    id: users.id,
    name: users.name,
    admin: users.admin,
    teaches: isInstructor,
    seenLongAgo: sql<boolean>`${sessions.lastSeenAt} < now() - case when ${ofStaff} then interval '10 minutes' else interval '1 hour' end`,
    fresh: sql<boolean>`coalesce(${sessions.confirmedAt}, ${sessions.createdAt}) > now() - interval '10 minutes'`,
    awaitsPasskey: sessions.awaitsPasskey,
    passkeyShown: sql<boolean>`${sessions.passkeyAt} is not null`,
  })
  .from(sessions)
  .leftJoin(users, eq(users.id, sessions.userId))
  .where(and(eq(sessions.idHash, sql.placeholder("idHash")), isNull(users.disabledAt), open))
  .prepare("open_session");

/** The session of a cookie's random id; null when there is none, it ended or ran out, or its person is disabled. */
export async function findOpenSession(sessionId: string): Promise<OpenSession | null> {
  const [row] = await openSession.execute({ idHash: hashToken(sessionId) });
  if (!row) return null;
  const { idHash, id, name, admin, teaches, ...about } = row;
  const viewer = id === null || name === null ? null : { id, name, admin: admin === true, teaches };
  return { idHash, viewer, ...about };
}

export async function saveSessionSeen(idHash: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(eq(sessions.idHash, idHash));
}

export type OpenedSession = { sessionId: string; userId: string; device: string | null; deviceHash: string };

/** The device is known to the account from now on. Whatever way the person came, an account with a passkey awaits it, and one that is disabled gets no session. */
export async function addSession({ sessionId, userId, device, deviceHash }: OpenedSession): Promise<void> {
  await db.execute(sql`
    with accounts as (${accountsOf(userId)}), opened as (
      insert into sessions (id_hash, user_id, device, device_hash, awaits_passkey)
      select ${hashToken(sessionId)}, id, ${device}, ${deviceHash}, exists (select 1 from passkeys where user_id = users.id)
      from users where exists (select from accounts) and id = ${userId}::uuid and disabled_at is null returning id_hash
    ), known as (
      insert into known_devices (user_id, device_hash) select ${userId}::uuid, ${deviceHash} from opened
      on conflict (user_id, device_hash) do update set seen_at = now()
    )
    ${auditOf({ actorId: userId, action: "session.open", personId: userId }, "opened")}`);
}

/** The person showed again who they are: the session is fresh and goes on under another random id, so that a copy of the old one is worth nothing. */
export async function confirmSession(idHash: string, nextSessionId: string): Promise<boolean> {
  const rows = await db
    .update(sessions)
    .set({ idHash: hashToken(nextSessionId), confirmedAt: sql`now()` })
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)))
    .returning({ idHash: sessions.idHash });
  return rows.length === 1;
}

/** Idempotent. Acts on the next request of every tab that holds the cookie. */
export async function endSession(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: sql`coalesce(${sessions.endedAt}, now())` })
    .where(eq(sessions.idHash, hashToken(sessionId)));
}

export type ListedSession = { idHash: string; device: string | null; createdAt: Date; lastSeenAt: Date };

/** Where a person is signed in, the last seen first. At most 100. */
export async function listSessions(userId: string): Promise<ListedSession[]> {
  return db
    .select({ idHash: sessions.idHash, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, userId), open))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .limit(100);
}

/** Idempotent: false when the person has no such session, or it ended before. The account is not known on its device any more. */
export async function endSessionOf(userId: string, idHash: string): Promise<boolean> {
  const rows = await db.execute(sql`
    with ended as (
      update sessions set ended_at = now()
      where user_id = ${userId}::uuid and id_hash = ${idHash} and ended_at is null returning device_hash
    ), forgotten as (
      delete from known_devices where user_id = ${userId}::uuid and device_hash in (select device_hash from ended)
    ), audited as (
      ${auditOf({ actorId: userId, action: "session.end", personId: userId }, "ended")}
    )
    select 1 from ended`);
  return rows.length === 1;
}

/** Signs a person out everywhere, where no device is known to the account any more; an admin may do so for another. Idempotent. */
export async function endSessionsOf(userId: string, actorId = userId): Promise<void> {
  await db.execute(sql`
    with ended as (
      update sessions set ended_at = now() where user_id = ${userId}::uuid and ended_at is null returning id_hash
    ), forgotten as (
      delete from known_devices where user_id = ${userId}::uuid
    )
    ${auditOf({ actorId, action: "session.end-all", personId: userId }, "ended")}`);
}
