import "server-only";
import { and, desc, eq, gte, ilike, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts } from "@/db/schema/cohorts";

/** `who` is a part of a name or address, `what` the first part of an action, `from` and `to` are days, `before` is the id of an event. */
export type AuditSearch = { who: string; what: string | null; from: string | null; to: string | null; before: string | null };

/** Names are null when nobody did it, and when who it was, or what it was about, is gone. */
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  actorName: string | null;
  personName: string | null;
  cohortName: string | null;
  detail: Record<string, string | number> | null;
};

const actor = alias(users, "actor");
const person = alias(users, "person");

/** What was written down, the latest first. Ids begin with the time, so their order is that of the events. */
export async function listAuditEvents({ who, what, from, to, before }: AuditSearch, { limit, timeZone }: { limit: number; timeZone: string }): Promise<AuditRow[]> {
  const like = `%${who.replace(/[\\%_]/g, "\\$&")}%`;
  const startOf = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`;
  return db
    .select({
      id: audit.id,
      at: audit.at,
      action: audit.action,
      actorName: actor.name,
      personName: person.name,
      cohortName: cohorts.name,
      detail: sql<AuditRow["detail"]>`${audit.detail}`,
    })
    .from(audit)
    .leftJoin(actor, eq(actor.id, audit.actorId))
    .leftJoin(person, eq(person.id, audit.personId))
    .leftJoin(cohorts, eq(cohorts.id, audit.cohortId))
    .where(
      and(
        who ? or(ilike(actor.name, like), ilike(actor.email, like), ilike(person.name, like), ilike(person.email, like)) : undefined,
        what ? sql`split_part(${audit.action}, '.', 1) = ${what}` : undefined,
        from ? gte(audit.at, startOf(from)) : undefined,
        to ? lt(audit.at, sql`${startOf(to)} + interval '1 day'`) : undefined,
        before ? lt(audit.id, before) : undefined,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit);
}
