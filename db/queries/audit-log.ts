import "server-only";
import { and, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts } from "@/db/schema/cohorts";
import { hasWords } from "./people";

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

/** What was written down, the latest first. */
export async function listAuditEvents({ who, what, from, to, before }: AuditSearch, { limit, timeZone }: { limit: number; timeZone: string }): Promise<AuditRow[]> {
  const startOf = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`;
  const asked = and(
    what ? sql`split_part(${audit.action}, '.', 1) = ${what}` : undefined,
    from ? gte(audit.at, startOf(from)) : undefined,
    to ? lt(audit.at, sql`${startOf(to)} + interval '1 day'`) : undefined,
    before ? sql`(${audit.at}, ${audit.id}) < (select last.at, last.id from audit last where last.id = ${before}::uuid)` : undefined,
  );
  // People first, and then what they did and what was about them, each by its index: asked for as one, the whole record is read.
  const found = db.select({ id: users.id }).from(users).where(hasWords(who));
  const latest = (ofWhom: SQL) => sql`(select ${audit.id} from ${audit} where ${and(ofWhom, asked)} order by ${audit.at} desc, ${audit.id} desc limit ${limit})`;
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
    .where(who ? sql`${audit.id} in (${latest(inArray(audit.actorId, found))} union ${latest(inArray(audit.personId, found))})` : asked)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);
}
