import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, messages } from "@/db/schema/cohorts";
import { env } from "@/lib/env";
import { actOfAdmin, auditOf } from "./audit";
import type { TaughtCohort } from "./cohorts";

/** As many as a cohort may have. */
const MOST_LEARNERS = 5000;

export type Recipient = { id: string; name: string; groupName: string | null };

/** The learners enrolled now, by group and name. */
export async function listRecipients(cohort: TaughtCohort): Promise<Recipient[]> {
  return db
    .select({ id: users.id, name: users.name, groupName: enrollments.groupName })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)))
    .orderBy(sql`${enrollments.groupName} asc nulls last`, asc(users.name), asc(users.id))
    .limit(MOST_LEARNERS);
}

/** `learners`: how many have the message, now or from before. `changed`: it was sent before with other words, and nobody gets these. */
export type SentTo = { learners: number; changed: boolean };

/**
 * Writes one message to those of the learners who are enrolled now, and the mail about it where mail is set. A second call with the same
 * `id` writes nothing more. Ids must be uuids.
 */
export async function saveMessages(cohort: TaughtCohort, message: { id: string; learnerIds: string[]; body: string }): Promise<SentTo> {
  const { id, body } = message;
  const to = JSON.stringify(message.learnerIds.map((learnerId) => ({ learner_id: learnerId, mail_id: uuidv7() })));
  const rows = await db.execute<SentTo>(sql`
    with other as (
      select from messages where cohort_id = ${cohort.id} and id = ${id}::uuid and body <> ${body}
    ), chosen as (
      select distinct on (u.id) u.id, u.email, u.message_mail, t.mail_id
      from jsonb_to_recordset(${to}::text::jsonb) as t(learner_id uuid, mail_id uuid)
      join enrollments e on e.cohort_id = ${cohort.id} and e.user_id = t.learner_id and e.role = 'learner' and e.left_at is null
      join users u on u.id = e.user_id
      order by u.id
    ), written as (
      insert into messages (learner_id, id, cohort_id, body, written_by)
      select id, ${id}::uuid, ${cohort.id}::uuid, ${body}, ${cohort.viewerId}::uuid from chosen where not exists (select from other) order by id
      on conflict (learner_id, id) do nothing
      returning learner_id
    ), mailed as (
      insert into outbox (id, reason, kind, user_id, address, about)
      select c.mail_id, 'message:' || ${id} || ':' || c.id, 'message', c.id, c.email,
        jsonb_build_object('learnerId', c.id, 'messageId', ${id}::text)
      from chosen c join written w on w.learner_id = c.id
      where ${env.SMTP_URL !== undefined} and c.message_mail
      on conflict (reason) do nothing
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "message.send"), "written")}
    )
    select (select count(*)::int from chosen) as learners, exists (select from other) as changed`);
  return rows[0] ?? { learners: 0, changed: false };
}

export type SentMessage = {
  id: string;
  body: string;
  writtenAt: Date;
  /** Null once the person is gone. */
  writtenByName: string | null;
  /** Learners enrolled now who got it, and how many of them have read it. */
  learners: number;
  read: number;
  /** The first of them by name. */
  firstName: string | null;
};

const SENT_SHOWN = 20;

/** What was sent in a cohort, newest first, 20 at a time. `before` is the id of the last one shown, or null. */
export async function listSent(cohort: TaughtCohort, before: string | null): Promise<{ messages: SentMessage[]; more: boolean }> {
  const rows = await db.execute<Omit<SentMessage, "writtenAt"> & { writtenAt: string }>(sql`
    with sent as (
      select id, written_at, min(body) as body, (array_agg(written_by))[1] as written_by
      from messages
      where cohort_id = ${cohort.id}
        and (${before}::uuid is null or (written_at, id) < (select written_at, id from messages where cohort_id = ${cohort.id} and id = ${before}::uuid limit 1))
      group by written_at, id
      order by written_at desc, id desc
      limit ${SENT_SHOWN + 1}
    )
    select s.id, s.body, s.written_at as "writtenAt", writer.name as "writtenByName",
      count(e.user_id)::int as learners, count(m.read_at) filter (where e.user_id is not null)::int as read, min(learner.name) as "firstName"
    from sent s
    join messages m on m.cohort_id = ${cohort.id} and m.id = s.id and m.written_at = s.written_at
    left join enrollments e on e.cohort_id = m.cohort_id and e.user_id = m.learner_id and e.role = 'learner' and e.left_at is null
    left join users learner on learner.id = e.user_id
    left join users writer on writer.id = s.written_by
    group by s.id, s.written_at, s.body, writer.name
    order by s.written_at desc, s.id desc`);
  const all = rows.map(({ writtenAt, ...row }) => ({ ...row, writtenAt: new Date(writtenAt) }));
  return { messages: all.slice(0, SENT_SHOWN), more: all.length > SENT_SHOWN };
}

export type Delivery = { learnerId: string; name: string; readAt: Date | null };

/** A message of the cohort and the learners enrolled now who got it. Null when there is none. `id` must be a uuid. */
export async function findSent(cohort: TaughtCohort, id: string): Promise<{ body: string; writtenAt: Date; deliveries: Delivery[] } | null> {
  const rows = await db
    .select({ learnerId: enrollments.userId, name: users.name, readAt: messages.readAt, body: messages.body, writtenAt: messages.writtenAt })
    .from(messages)
    .leftJoin(
      enrollments,
      and(eq(enrollments.cohortId, messages.cohortId), eq(enrollments.userId, messages.learnerId), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)),
    )
    .leftJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(messages.cohortId, cohort.id), eq(messages.id, id)))
    .orderBy(asc(users.name), asc(messages.learnerId))
    .limit(MOST_LEARNERS);
  const [first] = rows;
  if (!first) return null;
  const { body, writtenAt } = first;
  const deliveries = rows.flatMap(({ learnerId, name, readAt }) => (learnerId !== null && name !== null ? [{ learnerId, name, readAt }] : []));
  return { body, writtenAt, deliveries };
}

export type ReceivedMessage = { id: string; body: string; writtenAt: Date; readAt: Date | null; writtenByName: string | null; cohortName: string };

const RECEIVED_SHOWN = 30;

/** The learner's own messages, newest first, 30 at a time. `before` is the id of the last one shown, or null. */
export async function listReceived(learnerId: string, before: string | null): Promise<{ messages: ReceivedMessage[]; more: boolean }> {
  const last = sql`(select written_at, id from messages where learner_id = ${learnerId} and id = ${before}::uuid)`;
  const rows = await db
    .select({
      id: messages.id,
      body: messages.body,
      writtenAt: messages.writtenAt,
      readAt: messages.readAt,
      writtenByName: users.name,
      cohortName: cohorts.name,
    })
    .from(messages)
    .innerJoin(cohorts, eq(cohorts.id, messages.cohortId))
    .leftJoin(users, eq(users.id, messages.writtenBy))
    .where(and(eq(messages.learnerId, learnerId), before === null ? undefined : sql`(${messages.writtenAt}, ${messages.id}) < ${last}`))
    .orderBy(desc(messages.writtenAt), desc(messages.id))
    .limit(RECEIVED_SHOWN + 1);
  return { messages: rows.slice(0, RECEIVED_SHOWN), more: rows.length > RECEIVED_SHOWN };
}

/** Idempotent: the first reading counts. Ids must be uuids. */
export async function saveMessagesRead(learnerId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(messages)
    .set({ readAt: sql`now()` })
    .where(and(eq(messages.learnerId, learnerId), inArray(messages.id, ids), isNull(messages.readAt)));
}
