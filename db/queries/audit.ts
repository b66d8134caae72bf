import "server-only";
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";
import type { AuditAction } from "@/lib/audit/words";
import type { TaughtCohort } from "./cohorts";

/** `actorId` is null for who is not known. */
export type AuditEvent = { actorId: string | null; action: AuditAction; personId?: string; cohortId?: string; detail?: Record<string, string | number> };

/** For what only shows: written before anything is shown. */
export async function addAuditEvent(event: AuditEvent): Promise<void> {
  await db.insert(audit).values({ id: uuidv7(), ...event });
}

/**
 * For what changes: a CTE of the statement that acts, as `audited as (${auditOf(event, "saved")})`. It writes one row when the CTE
 * named `changed` returns any, and nothing otherwise or without an event.
 */
export function auditOf(event: AuditEvent | null, changed: string): SQL {
  if (!event) return sql`select`;
  const { actorId, action, personId = null, cohortId = null, detail = null } = event;
  return sql`insert into audit (id, actor_id, action, person_id, cohort_id, detail)
    select ${uuidv7()}::uuid, ${actorId}::uuid, ${action}::text, ${personId}::uuid, ${cohortId}::uuid, ${detail && JSON.stringify(detail)}::text::jsonb
    where exists (select from ${sql.identifier(changed)})`;
}

/** Makes a change that returns what it changed, and writes it down with it. False when it changed nothing. */
export async function saveAudited(change: SQLWrapper, event: AuditEvent | null): Promise<boolean> {
  const rows = await db.execute(sql`
    with changed as (${change.getSQL()}), audited as (${auditOf(event, "changed")})
    select 1 from changed limit 1`);
  return rows.length > 0;
}

/** What an admin does in a cohort that others teach is written down; what its instructors do there is not. */
export function actOfAdmin(cohort: TaughtCohort, action: AuditAction, personId?: string): AuditEvent | null {
  return cohort.as === "admin" ? { actorId: cohort.viewerId, action, personId, cohortId: cohort.id } : null;
}
