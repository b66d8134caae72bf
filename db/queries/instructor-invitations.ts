import "server-only";
import { desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { instructorInvitations as invitations } from "@/db/schema/instructor-invitations";
import { outbox } from "@/db/schema/mail";
import { hashToken } from "./accounts";
import { auditOf, saveAudited } from "./audit";
import { hashOfNoCode } from "./invitations";

/** `code` as lib/cohorts/invitation made it. It is kept as its hash only. */
export async function addInstructorLink(adminId: string, { code, days }: { code: string; days: number }): Promise<void> {
  const made = db
    .insert(invitations)
    .values({ id: uuidv7(), codeHash: hashToken(code), expiresAt: sql`now() + make_interval(days => ${days})`, createdBy: adminId })
    .returning({ id: invitations.id });
  await saveAudited(made, { actorId: adminId, action: "instructor.invite" });
}

/** An invitation for one address, and the mail that will bring its code. */
export async function addInstructorMail(adminId: string, { email, days }: { email: string; days: number }): Promise<void> {
  const id = uuidv7();
  await db.execute(sql`
    with invited as (
      insert into instructor_invitations (id, code_hash, email, expires_at, created_by)
      values (${id}::uuid, ${hashOfNoCode()}, ${email}, now() + make_interval(days => ${days}), ${adminId}::uuid)
      returning id
    ), audited as (
      ${auditOf({ actorId: adminId, action: "instructor.invite" }, "invited")}
    )
    insert into outbox (id, reason, kind, user_id, address, about)
    select ${uuidv7()}::uuid, 'instructor:' || id, 'instructor', (select id from users where email = ${email}), ${email}, jsonb_build_object('invitationId', id::text)
    from invited`);
}

/** Idempotent: of an open invitation. Its mail is not sent any more. */
export async function revokeInstructorInvitation(adminId: string, id: string): Promise<void> {
  await db.execute(sql`
    with unsent as (
      delete from outbox where reason = ${`instructor:${id}`} and sent_at is null
    ), revoked as (
      update instructor_invitations set revoked_at = now() where id = ${id}::uuid and revoked_at is null and used_at is null returning id
    )
    ${auditOf({ actorId: adminId, action: "instructor.revoke" }, "revoked")}`);
}

export type InstructorMail = { invitedByName: string | null; expiresAt: Date };

/** Gives an invitation that can still be used a new code. Null when it was revoked, used or ran out, or its mail was called off meanwhile. */
export async function saveInstructorCode({ invitationId, mailId }: { invitationId: string; mailId: string }, codeHash: string): Promise<InstructorMail | null> {
  const [row] = await db
    .update(invitations)
    .set({ codeHash })
    .where(sql`${invitations.id} = ${invitationId}::uuid and ${open} and exists (select 1 from outbox where outbox.id = ${mailId}::uuid and outbox.sent_at is null)`)
    .returning({ invitedByName: sql<string | null>`(select name from users where users.id = ${invitations.createdBy})`, expiresAt: invitations.expiresAt });
  return row ?? null;
}

const open = sql`${invitations.usedAt} is null and ${invitations.revokedAt} is null and ${invitations.expiresAt} > now()`;

const state = sql<InstructorInvitation["state"]>`case
  when ${invitations.usedAt} is not null then 'used'
  when ${invitations.revokedAt} is not null then 'revoked'
  when ${invitations.expiresAt} <= now() then 'expired'
  else 'open' end`;

export type InstructorInvitation = {
  id: string;
  email: string | null;
  state: "open" | "used" | "revoked" | "expired";
  expiresAt: Date;
  createdAt: Date;
  createdByName: string | null;
  usedByName: string | null;
  /** Of an invitation by e-mail: whether its mail waits, went out, or was given up. */
  mail: "waiting" | "sent" | "given up" | null;
};

const [maker, taker] = [alias(users, "maker"), alias(users, "taker")];

/** Newest first, from before the one named. */
export async function listInstructorInvitations(before: string | null, limit: number): Promise<InstructorInvitation[]> {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      state,
      expiresAt: invitations.expiresAt,
      createdAt: invitations.createdAt,
      createdByName: maker.name,
      usedByName: taker.name,
      mail: sql<InstructorInvitation["mail"]>`case when ${outbox.sentAt} is not null then 'sent' when ${outbox.gaveUpAt} is not null then 'given up' when ${outbox.id} is not null then 'waiting' end`,
    })
    .from(invitations)
    .leftJoin(maker, eq(maker.id, invitations.createdBy))
    .leftJoin(taker, eq(taker.id, invitations.usedBy))
    .leftJoin(outbox, eq(outbox.reason, sql`'instructor:' || ${invitations.id}`))
    .where(before ? lt(invitations.id, before) : undefined)
    .orderBy(desc(invitations.id))
    .limit(limit);
}

/** What a person finds behind a code; `foreign` when it is for another address. Null for a code of no open invitation. Looking uses nothing up. */
export async function findInstructorOffer(code: string, viewerId: string | null): Promise<{ foreign: boolean; expiresAt: Date } | null> {
  const [row] = await db
    .select({
      foreign: sql<boolean>`${viewerId}::uuid is not null and instructor_invitations.email is not null
        and not exists (select 1 from users u where u.id = ${viewerId}::uuid and u.email = instructor_invitations.email)`,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(sql`${invitations.codeHash} = ${hashToken(code)} and ${open}`);
  return row ?? null;
}

/** The session of somebody who takes an invitation, and the random id under which it goes on. */
export type Taker = { userId: string; idHash: string; nextSessionId: string };

/** Uses an invitation up: the person may teach, and their session goes on under another id. False when it cannot be used, or they may teach already. */
export async function redeemInstructorInvitation(code: string, { userId, idHash, nextSessionId }: Taker): Promise<boolean> {
  const rows = await db.execute(sql`
    with used as (
      update instructor_invitations i set used_at = now(), used_by = u.id from users u
      where i.code_hash = ${hashToken(code)} and i.used_at is null and i.revoked_at is null and i.expires_at > now()
        and u.id = ${userId}::uuid and not u.may_teach and (i.email is null or i.email = u.email)
      returning u.id
    ), made as (
      update users set may_teach = true where id in (select id from used)
    ), session as (
      update sessions set id_hash = ${hashToken(nextSessionId)} where id_hash = ${idHash} and ended_at is null and exists (select from used)
    ), audited as (
      ${auditOf({ actorId: userId, action: "instructor.join", personId: userId }, "used")}
    )
    select 1 from used`);
  return rows.length === 1;
}
