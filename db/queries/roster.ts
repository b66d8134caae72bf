import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { report } from "@/db/report";
import { rosterEntries } from "@/db/schema/cohorts";
import { actOfAdmin, auditOf } from "./audit";
import type { TaughtCohort } from "./cohorts";
import { DAYS_BY_DEFAULT, hashOfNoCode } from "./invitations";

/** Addresses must be normalised, and each may stand there once. */
export type RosterLine = { email: string; name: string; group: string | null };
export type RosterChange = "new" | "changed" | "unchanged";

/** What each line would change, in the order given. */
export async function compareRoster(cohort: TaughtCohort, lines: RosterLine[]): Promise<RosterChange[]> {
  const rows = await db.execute<{ change: RosterChange }>(sql`
    select case
      when r.email is null then 'new'
      when (r.name, r.group_name) is distinct from (s.name, s."group") then 'changed'
      else 'unchanged' end as change
    from rows from (jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as (email text, name text, "group" text)) with ordinality as s(email, name, "group", place)
    left join ${rosterEntries} r on r.cohort_id = ${cohort.id} and r.email = s.email
    order by s.place`);
  return rows.map(({ change }) => change);
}

/**
 * Writes the lines, all or none. Whoever is new and not enrolled gets an invitation by e-mail; where the group of somebody enrolled
 * changed, it changes. The same lines again change nothing.
 */
export async function saveRoster(cohort: TaughtCohort, lines: RosterLine[]): Promise<{ added: number; changed: number; invited: number }> {
  const sent = JSON.stringify(lines.map((line) => ({ ...line, invitation: uuidv7(), mail: uuidv7(), hash: hashOfNoCode() })));
  const [counts] = await db.execute<{ added: number; changed: number; invited: number }>(sql`
    with sent as materialized (
      select * from jsonb_to_recordset(${sent}::text::jsonb) as s(email text, name text, "group" text, invitation uuid, mail uuid, hash text)
    ), saved as (
      insert into roster_entries as r (cohort_id, email, name, group_name, added_by)
      select ${cohort.id}::uuid, email, name, "group", ${cohort.viewerId}::uuid from sent order by email
      on conflict (cohort_id, email) do update set name = excluded.name, group_name = excluded.group_name
      where (r.name, r.group_name) is distinct from (excluded.name, excluded.group_name)
      returning r.email, r.group_name, r.xmax = 0 as added
    ), here as materialized (
      select e.user_id, u.email from enrollments e join users u on u.id = e.user_id
      where e.cohort_id = ${cohort.id} and e.left_at is null
      union
      select e.user_id, r.email from roster_entries r
      join enrollments e on e.cohort_id = r.cohort_id and e.user_id = r.joined_as and e.left_at is null join users u on u.id = e.user_id
      where r.cohort_id = ${cohort.id} and not exists (select from sent where sent.email = u.email)
    ), regrouped as (
      update enrollments e set group_name = saved.group_name
      from saved join here on here.email = saved.email
      where e.cohort_id = ${cohort.id} and e.user_id = here.user_id and e.role = 'learner' and e.group_name is distinct from saved.group_name
    ), invited as (
      insert into invitations (cohort_id, id, code_hash, role, email, uses_allowed, expires_at, created_by)
      select ${cohort.id}::uuid, s.invitation, s.hash, 'learner', s.email, 1, now() + make_interval(days => ${DAYS_BY_DEFAULT}), ${cohort.viewerId}::uuid
      from saved join sent s on s.email = saved.email
      where saved.added and not exists (select 1 from here where here.email = s.email)
      returning id, email
    ), posted as (
      insert into outbox (id, reason, kind, user_id, address, about)
      select s.mail, 'invitation:' || i.id, 'invitation', u.id, i.email, jsonb_build_object('cohortId', ${cohort.id}::text, 'invitationId', i.id::text)
      from invited i join sent s on s.invitation = i.id left join users u on u.email = i.email
    ), audited as (
      ${auditOf(actOfAdmin(cohort, "roster.save"), "saved")}
    )
    select (select count(*)::int from saved where added) as added, (select count(*)::int from saved where not added) as changed,
      (select count(*)::int from invited) as invited`);
  if (!counts) throw new Error("Counting always gives a row.");
  return counts;
}

export type Expected = {
  email: string;
  name: string;
  groupName: string | null;
  /** What became of the mail with the newest invitation; null when there is none. */
  mail: "waiting" | "sent" | "given up" | null;
  /** Whether an invitation of this address can still be used. */
  invited: boolean;
};

export const EXPECTED_PER_PAGE = 50;

const expected = {
  email: rosterEntries.email,
  name: rosterEntries.name,
  groupName: rosterEntries.groupName,
  mail: sql<Expected["mail"]>`(select case when o.sent_at is not null then 'sent' when o.gave_up_at is not null then 'given up' when o.id is not null then 'waiting' end
    from invitations i left join outbox o on o.reason = 'invitation:' || i.id
    where i.cohort_id = roster_entries.cohort_id and i.email = roster_entries.email and i.role = 'learner' order by i.id desc limit 1)`,
  invited: sql<boolean>`exists (select 1 from invitations i where i.cohort_id = roster_entries.cohort_id and i.email = roster_entries.email
    and i.role = 'learner' and i.revoked_at is null and i.uses < i.uses_allowed and i.expires_at > now())`,
};

const notEnrolled = (cohort: TaughtCohort) =>
  sql`${eq(rosterEntries.cohortId, cohort.id)} and not exists (select 1 from enrollments e join users u on u.id = e.user_id
    where e.cohort_id = roster_entries.cohort_id and u.email = roster_entries.email and e.left_at is null)
    and not exists (select 1 from enrollments e where e.cohort_id = roster_entries.cohort_id and e.user_id = roster_entries.joined_as and e.left_at is null)`;

/** Entries of the roster whose address is that of nobody enrolled, by name; `total` counts all of them. `page` from 1. */
export async function listExpected(cohort: TaughtCohort, page: number): Promise<(Expected & { total: number })[]> {
  return db
    .select({ ...expected, total: sql<number>`(count(*) over ())::int` })
    .from(rosterEntries)
    .where(notEnrolled(cohort))
    .orderBy(asc(rosterEntries.name), asc(rosterEntries.email))
    .limit(EXPECTED_PER_PAGE)
    .offset((page - 1) * EXPECTED_PER_PAGE);
}

/** The same entries in pages of 500; `after` is the last of the page before. */
export async function listExpectedForExport(cohort: TaughtCohort, after: Expected | null): Promise<Expected[]> {
  return report((of) => of
    .select(expected)
    .from(rosterEntries)
    .where(and(notEnrolled(cohort), after ? sql`(${rosterEntries.name}, ${rosterEntries.email}) > (${after.name}, ${after.email})` : undefined))
    .orderBy(asc(rosterEntries.name), asc(rosterEntries.email))
    .limit(500));
}

/** Takes a line out of the roster, and back what was offered to its address. Idempotent. */
export async function removeFromRoster(cohort: TaughtCohort, email: string): Promise<void> {
  await db.execute(sql`
    with revoked as (
      update invitations set revoked_at = now()
      where cohort_id = ${cohort.id} and email = ${email} and role = 'learner' and revoked_at is null and uses < uses_allowed
      returning id
    ), unsent as (
      delete from outbox where reason in (select 'invitation:' || id from revoked) and sent_at is null
    ), removed as (
      delete from roster_entries where cohort_id = ${cohort.id} and email = ${email} returning email
    ), taken as (
      select 1 from revoked union all select 1 from removed
    )
    ${auditOf(actOfAdmin(cohort, "roster.save"), "taken")}`);
}
