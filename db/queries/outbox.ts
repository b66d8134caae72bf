import "server-only";
import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, longDb } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, invitations, messages } from "@/db/schema/cohorts";
import { canWait, outbox } from "@/db/schema/mail";
import { auditOf } from "./audit";
import { consentOf } from "./consents";
import { ranBefore } from "./week";

/** What a mail is about, as the column holds it. */
type MailAbout =
  | { kind: "message"; about: { learnerId: string; messageId: string } }
  | { kind: "invitation"; about: { cohortId: string; invitationId: string } }
  | { kind: "summary"; about: { userId: string; week: string } }
  | { kind: "listings"; about: { userId: string; day: string } }
  | { kind: "code"; about: { codeId: string } }
  | { kind: "notice"; about: { what: NoticeKind } }
  | { kind: "instructor"; about: { invitationId: string } };

/** What happened to an account, as its owner is told. */
export type NoticeKind = "password-reset" | "password-changed" | "address-changed" | "passkey-added" | "passkey-removed" | "recovery-code-used";

/** A mail that this sender alone may send until its lease ends. */
export type ClaimedMail = MailAbout & { id: string; address: string; attempts: number };

/** The shortest lease: a mail must be sent, and marked, within it. */
export const LEASE_SECONDS = 60;

/** So many mails a sender takes at once. */
export const CLAIMED = 20;

/** Takes mails that are due, links and notices first. Another sender gets none of them until the lease ends: 1, 5, 15, then 60 minutes, by attempt. */
export async function claimMail(): Promise<ClaimedMail[]> {
  const rows = await db.execute<ClaimedMail>(sql`
    with due as materialized (
      select id from outbox
      where sent_at is null and gave_up_at is null and due_at <= now()
      order by ${canWait(sql`kind`)}, due_at limit ${CLAIMED}
      for update skip locked
    )
    update outbox o
    set attempts = o.attempts + 1, due_at = now() + (array[1, 5, 15, 60])[least(o.attempts + 1, 4)] * interval '${sql.raw(String(LEASE_SECONDS))} seconds'
    from due where o.id = due.id
    returning o.id, o.kind, o.address, o.about, o.attempts`);
  return [...rows];
}

export async function saveMailSent(id: string): Promise<void> {
  await db
    .update(outbox)
    .set({ sentAt: sql`now()`, trouble: null })
    .where(eq(outbox.id, id));
}

/** It is due again when its lease ends, unless it is given up. */
export async function saveMailTrouble(id: string, trouble: string, givesUp: boolean): Promise<void> {
  await db
    .update(outbox)
    .set({ trouble, ...(givesUp ? { gaveUpAt: sql`now()` } : {}) })
    .where(eq(outbox.id, id));
}

/** Puts back a mail that was claimed and not tried. */
export async function releaseMail(id: string): Promise<void> {
  await db
    .update(outbox)
    .set({ dueAt: sql`now()`, attempts: sql`${outbox.attempts} - 1` })
    .where(and(eq(outbox.id, id), isNull(outbox.sentAt)));
}

export type MessageMail = { body: string; writtenByName: string | null; cohortName: string };

/** Null when the message or the learner is gone, the learner is disabled or wants no mail about messages any more. */
export async function findMessageMail({ learnerId, messageId }: { learnerId: string; messageId: string }): Promise<MessageMail | null> {
  const writers = sql`(select name from users w where w.id = ${messages.writtenBy})`;
  const [row] = await db
    .select({ body: messages.body, writtenByName: sql<string | null>`${writers}`, cohortName: cohorts.name })
    .from(messages)
    .innerJoin(cohorts, eq(cohorts.id, messages.cohortId))
    .innerJoin(users, and(eq(users.id, messages.learnerId), eq(users.messageMail, true), isNull(users.disabledAt)))
    .where(and(eq(messages.learnerId, learnerId), eq(messages.id, messageId)));
  return row ?? null;
}

export type InvitationMail = { cohortName: string; invitedByName: string | null; expiresAt: Date };

/** Gives an invitation that can still be used a new code. Null when it was revoked, used or ran out, or its mail was called off meanwhile. */
export async function saveInvitationCode(invitation: { cohortId: string; invitationId: string; mailId: string }, codeHash: string): Promise<InvitationMail | null> {
  const [row] = await db
    .update(invitations)
    .set({ codeHash })
    .from(cohorts)
    .where(
      and(
        eq(invitations.cohortId, invitation.cohortId),
        eq(invitations.id, invitation.invitationId),
        eq(cohorts.id, invitations.cohortId),
        isNull(cohorts.archivedAt),
        isNull(invitations.revokedAt),
        sql`${invitations.uses} < ${invitations.usesAllowed}`,
        sql`${invitations.expiresAt} > now()`,
        sql`exists (select 1 from outbox where outbox.id = ${invitation.mailId} and outbox.sent_at is null)`,
      ),
    )
    .returning({
      cohortName: cohorts.name,
      invitedByName: sql<string | null>`(select name from users where users.id = ${invitations.createdBy})`,
      expiresAt: invitations.expiresAt,
    });
  return row ?? null;
}

/** One mail for each person who wants a summary of the week and is enrolled now in a cohort that ran in the week before. Any number of calls write it once. */
export async function addSummaries(week: string): Promise<void> {
  await addMailForAll({
    mail: { kind: "summary", about: { week } },
    wanted: sql`u.weekly_summary and exists (
      select 1 from enrollments e join cohorts c on c.id = e.cohort_id
      where e.user_id = u.id and e.left_at is null and c.archived_at is null and ${ranBefore(week)})`,
  });
}

/** What goes to many on one day. The person is added to what it is about. */
type MailForAll = { kind: "summary"; about: { week: string } } | { kind: "listings"; about: { day: string } };

const MAILS_AT_ONCE = 2_000;

/**
 * Writes a mail for everybody who is let in and wants it, `u` in the condition, once for each person and day: so many mails in a statement, by the ids of people,
 * and what was written stays.
 */
export async function addMailForAll({ mail, wanted, atOnce = MAILS_AT_ONCE }: { mail: MailForAll; wanted: SQL; atOnce?: number }): Promise<void> {
  const { kind, about } = mail;
  const day = mail.kind === "summary" ? mail.about.week : mail.about.day;
  let after: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (after) {
    const rows: { id: string }[] = await longDb.execute<{ id: string }>(sql`
      with willing as materialized (
        select id, email from users u where id > ${after}::uuid and disabled_at is null and ${wanted} order by id limit ${atOnce}
      ), added as (
        insert into outbox (id, reason, kind, user_id, address, about)
        -- The one key that is not made by the application, which does not know these people.
        select gen_random_uuid(), ${kind}::text || ':' || id || ':' || ${day}::text, ${kind}::text, id, email,
          jsonb_build_object('userId', id) || ${JSON.stringify(about)}::text::jsonb
        from willing order by id
        on conflict (reason) do nothing
      )
      select id from willing order by id offset ${atOnce - 1}`);
    after = rows[0]?.id;
  }
}

export type WaitingMail = { id: string; kind: ClaimedMail["kind"]; purpose: string | null; address: string; addedAt: Date; attempts: number; trouble: string | null };

/** The mail that an admin may have to hand over or look after, newest first: links and notices, not what people wrote to each other. At most 200. */
export async function listWaitingMail(): Promise<WaitingMail[]> {
  const rows = await db.execute<Omit<WaitingMail, "addedAt"> & { addedAt: string }>(sql`
    select o.id, o.kind, c.purpose, o.address, o.added_at as "addedAt", o.attempts, o.trouble
    from outbox o left join mail_codes c on c.id = (case when o.kind = 'code' then (o.about->>'codeId')::uuid end)
    where o.sent_at is null and o.gave_up_at is null and o.kind in ('code', 'invitation', 'instructor', 'notice')
      and (o.kind <> 'code' or (c.used_at is null and c.created_at > now() - interval '1 day'))
    order by o.added_at desc, o.id desc limit 200`);
  return rows.map(({ addedAt, ...row }) => ({ ...row, addedAt: new Date(addedAt) }));
}

/** A mail that waits, for an admin who reads it instead of a mail server. Written down with the reading. */
export async function findWaitingMail(id: string, adminId: string): Promise<ClaimedMail | null> {
  const rows = await db.execute<ClaimedMail>(sql`
    with waiting as (
      select o.id, o.kind, o.address, o.about, o.attempts, o.user_id from outbox o
      where o.id = ${id}::uuid and o.sent_at is null and o.gave_up_at is null and o.kind in ('code', 'invitation', 'instructor', 'notice')
    ), audited as (
      insert into audit (id, actor_id, action, person_id, detail)
      select ${uuidv7()}::uuid, ${adminId}::uuid, 'mail.read', user_id, jsonb_build_object('mail', id, 'kind', kind) from waiting
    )
    select id, kind, address, about, attempts from waiting`);
  return rows[0] ?? null;
}

/** Takes a mail off the list: an admin handed it over, or nobody needs it. Idempotent. */
export async function dropWaitingMail(id: string, adminId: string): Promise<void> {
  await db.execute(sql`
    with dropped as (
      update outbox set gave_up_at = now(), trouble = 'An admin took it off the list.'
      where id = ${id}::uuid and sent_at is null and gave_up_at is null and kind in ('code', 'invitation', 'instructor', 'notice') returning id
    )
    ${auditOf({ actorId: adminId, action: "mail.drop", detail: { mail: id } }, "dropped")}`);
}

export type MailWishes = { weeklySummary: boolean; messageMail: boolean };

export async function findMailWishes(userId: string): Promise<MailWishes> {
  const [row] = await db.select({ weeklySummary: users.weeklySummary, messageMail: users.messageMail }).from(users).where(eq(users.id, userId));
  return row ?? { weeklySummary: false, messageMail: false };
}

/** Idempotent. Each wish that is another one than before is written down. */
export async function saveMailWishes(userId: string, { weeklySummary, messageMail }: MailWishes): Promise<void> {
  const said = (given: boolean) => sql`select id as user_id, ${given}::boolean as given from changed`;
  await db.execute(sql`
    with changed as (
      update users set weekly_summary = ${weeklySummary}, message_mail = ${messageMail} where id = ${userId}::uuid returning id
    ), summary as (
      ${consentOf("weekly-summary", said(weeklySummary))}
    )
    ${consentOf("message-mail", said(messageMail))}`);
}
