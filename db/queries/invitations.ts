import "server-only";
import { randomBytes } from "node:crypto";
import { and, desc, eq, isNull, lt, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, invitations, rosterEntries } from "@/db/schema/cohorts";
import { outbox } from "@/db/schema/mail";
import { hashToken } from "./accounts";
import { actOfAdmin, auditOf, saveAudited } from "./audit";
import type { TaughtCohort } from "./cohorts";

type Role = "learner" | "instructor";

/** Days for which an invitation by e-mail from a roster, or a link for one person, is open. */
export const DAYS_BY_DEFAULT = 30;

/** The hash of a code that nobody knows: the mail's own code takes its place when it is sent. */
export const hashOfNoCode = () => hashToken(randomBytes(32).toString("base64url"));

/** `code` as lib/cohorts/invitation made it. It is kept as its hash only. */
export async function addLinkInvitation(cohort: TaughtCohort, invitation: { code: string; role: Role; usesAllowed: number; days: number }): Promise<void> {
  const { code, role, usesAllowed, days } = invitation;
  const made = db
    .insert(invitations)
    .values({
      cohortId: cohort.id,
      id: uuidv7(),
      codeHash: hashToken(code),
      role,
      usesAllowed,
      expiresAt: sql`now() + make_interval(days => ${days})`,
      createdBy: cohort.viewerId,
    })
    .returning({ id: invitations.id });
  await saveAudited(made, actOfAdmin(cohort, "invitation.make"));
}

/** An invitation for one address, and the mail that will bring its code. */
export async function addMailInvitation(cohort: TaughtCohort, invitation: { email: string; role: Role; days: number }): Promise<void> {
  const { email, role, days } = invitation;
  const id = uuidv7();
  await db.execute(sql`
    with invited as (
      insert into invitations (cohort_id, id, code_hash, role, email, uses_allowed, expires_at, created_by)
      values (${cohort.id}, ${id}, ${hashOfNoCode()}, ${role}, ${email}, 1, now() + make_interval(days => ${days}), ${cohort.viewerId})
      returning id
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "invitation.make"), "invited")}
    )
    insert into outbox (id, reason, kind, user_id, address, about)
    select ${uuidv7()}::uuid, ${`invitation:${id}`}, 'invitation', (select id from users where email = ${email}), ${email},
      jsonb_build_object('cohortId', ${cohort.id}::text, 'invitationId', ${id}::text)`);
}

/**
 * A fresh code for a learner's address: it takes the place of the code of an open invitation, and of the mail that still waits to bring one.
 * Without an open invitation a new one is made.
 */
export async function saveLinkForAddress(cohort: TaughtCohort, link: { email: string; code: string }): Promise<void> {
  const { email, code } = link;
  await db.execute(sql`
    with open as materialized (
      select id from invitations
      where cohort_id = ${cohort.id} and email = ${email} and role = 'learner' and revoked_at is null and uses < uses_allowed
      order by id desc limit 1 for update
    ), renewed as (
      update invitations set code_hash = ${hashToken(code)}, expires_at = greatest(expires_at, now() + make_interval(days => ${DAYS_BY_DEFAULT}))
      where cohort_id = ${cohort.id} and id in (select id from open)
      returning id
    ), unsent as (
      delete from outbox where reason in (select 'invitation:' || id from open) and sent_at is null
    ), made as (
      insert into invitations (cohort_id, id, code_hash, role, email, uses_allowed, expires_at, created_by)
      select ${cohort.id}::uuid, ${uuidv7()}::uuid, ${hashToken(code)}, 'learner', ${email}, 1, now() + make_interval(days => ${DAYS_BY_DEFAULT}), ${cohort.viewerId}::uuid
      where not exists (select 1 from open)
      returning id
    ), given as (
      select id from renewed union all select id from made
    )
    ${auditOf(actOfAdmin(cohort, "invitation.make"), "given")}`);
}

/** A fresh code for an invitation by e-mail that can still be used. False when there is none, or it is not bound to an address. */
export async function saveLinkForInvitation(cohort: TaughtCohort, link: { id: string; code: string }): Promise<boolean> {
  const rows = await db.execute(sql`
    with renewed as (
      update invitations set code_hash = ${hashToken(link.code)}, expires_at = greatest(expires_at, now() + make_interval(days => ${DAYS_BY_DEFAULT}))
      where cohort_id = ${cohort.id} and id = ${link.id}::uuid and email is not null and revoked_at is null and uses < uses_allowed
      returning id
    ), unsent as (
      delete from outbox where reason in (select 'invitation:' || id from renewed) and sent_at is null
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "invitation.make"), "renewed")}
    )
    select id from renewed`);
  return rows.length === 1;
}

/** Idempotent. Its mail is not sent any more. */
export async function revokeInvitation(cohort: TaughtCohort, id: string): Promise<void> {
  await db.execute(sql`
    with unsent as (
      delete from outbox where reason = ${`invitation:${id}`} and sent_at is null and about->>'cohortId' = ${cohort.id}
    ), revoked as (
      update invitations set revoked_at = now() where cohort_id = ${cohort.id} and id = ${id}::uuid and revoked_at is null returning id
    )
    ${auditOf(actOfAdmin(cohort, "invitation.revoke"), "revoked")}`);
}

export type Invitation = {
  id: string;
  role: Role;
  email: string | null;
  uses: number;
  usesAllowed: number;
  expiresAt: Date;
  createdAt: Date;
  createdByName: string | null;
  state: "open" | "revoked" | "expired" | "used up";
  /** Of an invitation by e-mail: whether its mail waits, went out, or was given up; null when a link was made by hand. */
  mail: "waiting" | "sent" | "given up" | null;
};

const state = sql<Invitation["state"]>`case
  when ${invitations.revokedAt} is not null then 'revoked'
  when ${invitations.uses} >= ${invitations.usesAllowed} then 'used up'
  when ${invitations.expiresAt} <= now() then 'expired'
  else 'open' end`;

const mail = sql<Invitation["mail"]>`case
  when ${outbox.id} is null then null
  when ${outbox.sentAt} is not null then 'sent'
  when ${outbox.gaveUpAt} is not null then 'given up'
  else 'waiting' end`;

export const INVITATIONS_PER_PAGE = 50;

/** Newest first, from before the one named. Those of the roster stand with its entries and are left out. */
export async function listInvitations(cohort: TaughtCohort, choice: { role?: Role; before?: string } = {}): Promise<Invitation[]> {
  const { role, before } = choice;
  return db
    .select({
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      uses: invitations.uses,
      usesAllowed: invitations.usesAllowed,
      expiresAt: invitations.expiresAt,
      createdAt: invitations.createdAt,
      createdByName: users.name,
      state,
      mail,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .leftJoin(outbox, eq(outbox.reason, sql`'invitation:' || ${invitations.id}`))
    .where(
      and(
        eq(invitations.cohortId, cohort.id),
        role && eq(invitations.role, role),
        before ? lt(invitations.id, before) : undefined,
        sql`not exists (select 1 from ${rosterEntries} where ${rosterEntries.cohortId} = ${invitations.cohortId} and ${rosterEntries.email} = ${invitations.email} and ${invitations.role} = 'learner')`,
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(INVITATIONS_PER_PAGE);
}

type OfferedCohort = { slug: string; name: string; startsOn: string; endsOn: string; hoursPerWeek: number; instructors: string[] };

/** What a person finds behind a code. `closed` says why it cannot be used, `enrolledAs` that it need not be. */
export type Offer = {
  role: Role;
  closed: "revoked" | "expired" | "used up" | "another address" | "archived" | null;
  enrolledAs: Role | null;
  saidUnder18: boolean;
  cohort: OfferedCohort;
};

/** Who left a cohort, or was removed, is not let in by an invitation to teach there that is older than that. */
function endedSince(invitation: { role: SQLWrapper; cohortId: SQLWrapper; createdAt: SQLWrapper }, userId: SQLWrapper | string): SQL<boolean> {
  return sql`(${invitation.role} = 'instructor' and exists (
    select 1 from enrollments taught
    where taught.cohort_id = ${invitation.cohortId} and taught.user_id = ${userId} and taught.left_at > ${invitation.createdAt}))`;
}

/** Looking uses nothing up. */
export async function findOffer(code: string, viewerId: string): Promise<Offer | null> {
  const { slug, name, startsOn, endsOn, hoursPerWeek } = cohorts;
  const [row] = await db
    .select({
      role: invitations.role,
      state,
      ended: endedSince(invitations, viewerId),
      foreign: sql<boolean>`${invitations.email} is not null and ${invitations.email} <> ${users.email}`,
      archivedAt: cohorts.archivedAt,
      enrolledAs: enrollments.role,
      saidUnder18: users.under18,
      cohort: { slug, name, startsOn, endsOn, hoursPerWeek },
      instructors: sql<string[]>`array(
        select t.name from enrollments e join users t on t.id = e.user_id
        where e.cohort_id = ${invitations.cohortId} and e.role = 'instructor' and e.left_at is null order by t.name limit 20)`,
    })
    .from(invitations)
    .innerJoin(cohorts, eq(cohorts.id, invitations.cohortId))
    .innerJoin(users, eq(users.id, viewerId))
    .leftJoin(enrollments, and(eq(enrollments.cohortId, invitations.cohortId), eq(enrollments.userId, viewerId), isNull(enrollments.leftAt)))
    .where(eq(invitations.codeHash, hashToken(code)));
  if (!row) return null;
  const { role, enrolledAs, saidUnder18, cohort, instructors } = row;
  const closed = row.archivedAt ? "archived" : row.foreign ? "another address" : row.ended ? "revoked" : row.state === "open" ? null : row.state;
  return { role, closed, enrolledAs, saidUnder18, cohort: { ...cohort, instructors } };
}

/** Whether there is an invitation with this code, open or not. */
export async function findInvitation(code: string): Promise<{ id: string } | null> {
  const [row] = await db.select({ id: invitations.id }).from(invitations).where(eq(invitations.codeHash, hashToken(code)));
  return row ?? null;
}

/**
 * Uses an invitation: the person is enrolled and one use is counted, or nothing happens and the answer is null. The last use goes to
 * whoever locks the row of the invitation first. Throws with code 23505 when another request of the same person won.
 */
export async function redeemInvitation(code: string, person: { id: string; under18: boolean }): Promise<{ slug: string; role: Role } | null> {
  const rows = await db.execute<{ slug: string; role: Role }>(sql`
    with used as (
      update invitations i set uses = i.uses + 1
      from cohorts c, users u
      where i.code_hash = ${hashToken(code)} and i.revoked_at is null and i.expires_at > now() and i.uses < i.uses_allowed
        and c.id = i.cohort_id and c.archived_at is null
        and u.id = ${person.id}::uuid and (i.email is null or i.email = u.email)
        and not exists (select 1 from enrollments e where e.cohort_id = i.cohort_id and e.user_id = u.id and e.left_at is null)
        and not ${endedSince({ role: sql`i.role`, cohortId: sql`i.cohort_id`, createdAt: sql`i.created_at` }, sql`u.id`)}
      returning i.cohort_id, i.role, c.slug, u.id as user_id,
        (select r.group_name from roster_entries r where r.cohort_id = i.cohort_id and (r.email = u.email or r.joined_as = u.id) order by r.email = u.email desc limit 1) as group_name
    ), back as (
      update enrollments e set left_at = null, role = used.role, enrolled_at = now(), group_name = coalesce(used.group_name, e.group_name)
      from used where e.cohort_id = used.cohort_id and e.user_id = used.user_id and e.left_at is not null
      returning e.user_id
    ), enrolled as (
      insert into enrollments (cohort_id, user_id, role, group_name)
      select cohort_id, user_id, role, group_name from used where not exists (select 1 from back)
    ), said as (
      update users set under_18 = true where ${person.under18}::boolean and id in (select user_id from used)
    )
    select slug, role from used`);
  return rows[0] ?? null;
}
