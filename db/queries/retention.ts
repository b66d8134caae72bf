import "server-only";
import { eq, sql, type SQL } from "drizzle-orm";
import { db, longDb } from "@/db/client";
import { retentionRuns } from "@/db/schema/privacy";
import { KEPT, RETENTION, type Kept } from "@/lib/privacy/retention";

/** Of a cohort that ended so long ago, or is archived so long. */
const cohortEnded = (before: SQL) => sql`cohort_id in (select id from cohorts where least(ends_on::timestamptz, archived_at) < ${before})`;

/** Which rows of a table have been kept long enough, when that was before a moment. */
const OVER: Record<Kept, (before: SQL) => SQL> = {
  tries: (before) => sql`expire < ${before}`,
  mail_codes: (before) => sql`created_at < ${before}`,
  outbox: (before) => sql`coalesce(sent_at, gave_up_at, added_at) < ${before}`,
  // Nobody is signed in for longer than 90 days.
  sessions: (before) => sql`coalesce(ended_at, created_at + interval '90 days') < ${before}`,
  known_devices: (before) => sql`seen_at < ${before}`,
  invitations: (before) => sql`expires_at < ${before}`,
  instructor_invitations: (before) => sql`expires_at < ${before}`,
  roster_entries: cohortEnded,
  notes: cohortEnded,
  signal_settlements: cohortEnded,
  audit: (before) => sql`at < ${before}`,
  retention_runs: (before) => sql`day < ${before}`,
};

const AT_ONCE = 5_000;

/**
 * Deletes what was kept long enough. Answers how many rows of each table went; throws, after all were tried, with what Postgres said of
 * each that failed. Idempotent, and safe when several do it.
 */
export async function removeWhatIsOver(): Promise<Record<Kept, number>> {
  const removed = Object.fromEntries(KEPT.map((table) => [table, 0])) as Record<Kept, number>; // the keys are those of KEPT
  const failures: unknown[] = [];
  for (const table of KEPT) {
    const over = OVER[table](sql`now() - make_interval(days => ${RETENTION[table].days})`);
    // Else whatever comes after one that fails every day would be kept for ever.
    try {
      for (let gone = AT_ONCE; gone === AT_ONCE; removed[table] += gone) gone = await removeSome(table, over);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some tables were not cleared.");
  return removed;
}

async function removeSome(table: Kept, over: SQL): Promise<number> {
  const name = sql.identifier(table);
  const rows = await longDb.execute(sql`delete from ${name} where ctid in (select ctid from ${name} where ${over} limit ${AT_ONCE}) returning 1`);
  return rows.length;
}

/** Takes the work of a day, once over all servers: false when another one has it. */
export async function claimRetention(day: string): Promise<boolean> {
  const rows = await db.insert(retentionRuns).values({ day }).onConflictDoNothing().returning({ day: retentionRuns.day });
  return rows.length === 1;
}

export async function saveRetention(day: string, removed: Record<Kept, number>): Promise<void> {
  await db
    .update(retentionRuns)
    .set({ endedAt: sql`now()`, removed })
    .where(eq(retentionRuns.day, day));
}
