import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

const PATIENCE_MS = 500;

let look: { at: number; migrated: Promise<boolean> } | undefined;

/**
 * Whether the database answers in half a second and has every migration this build knows. However many ask, it is looked twice a second at the
 * most: where the database hangs, questions would pile up before everything else.
 */
export async function isReady(): Promise<boolean> {
  if (!look || performance.now() - look.at > PATIENCE_MS) look = { at: performance.now(), migrated: migrated() };
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([look.migrated, late]);
}

async function migrated(): Promise<boolean> {
  try {
    const [row] = await db.execute<{ applied: number }>(sql`select count(*)::int as applied from drizzle.__drizzle_migrations`);
    return (row?.applied ?? 0) >= journal.entries.length;
  } catch (error) {
    console.error("readyz: the database does not answer", error instanceof Error ? error.message : error);
    return false;
  }
}

export type Health = {
  /** Connections of Milepost, of all its processes, to the database: open, at work, and how many the database takes from everyone. */
  connections: { open: number; atWork: number; most: number };
  /** Mail that is not sent yet, since when the oldest of it is due, and what was given up within a week. */
  mail: { waiting: number; oldestDueAt: Date | null; gaveUp: number };
  /** Seen within 14 days, and did not end. Above MOST_SESSIONS there may be more. */
  sessions: number;
  /** Accounts, of which some are disabled. Counted, or from some number on as Postgres remembers it: to count a million takes half a second. */
  people: { count: number; exact: boolean };
  disabled: number;
  /** Bytes. */
  databaseSize: number;
  postgres: string;
  migrations: { applied: number; known: number };
  /** When the database last handed its log to an archive; null where it does not, or the role of the application may not see it. */
  archivedAt: Date | null;
};

type HealthRow = {
  open: number; at_work: number; most: number; waiting: number; oldest: string | null; gave_up: number; sessions: number; people: number; exact: boolean; disabled: number; size: string; postgres: string; applied: number; archived: string | null;
};

const COUNTED = 50_000;

/** Sessions are counted up to here; one more means that there are more. */
export const MOST_SESSIONS = 10_000;

/** How the installation is, in one statement. */
export async function findHealth(): Promise<Health> {
  const [row] = await db.execute<HealthRow>(sql`
    select
      (select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'milepost') as open,
      (select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'milepost' and state = 'active') as at_work,
      current_setting('max_connections')::int as most,
      (select count(*)::int from outbox where sent_at is null and gave_up_at is null) as waiting,
      (select min(due_at) from outbox where sent_at is null and gave_up_at is null) as oldest,
      (select count(*)::int from outbox where gave_up_at > now() - interval '7 days') as gave_up,
      (select count(*)::int from (select from sessions where ended_at is null and user_id is not null and last_seen_at > now() - interval '14 days' limit ${MOST_SESSIONS + 1}) s) as sessions,
      case when remembered < ${COUNTED} then (select count(*) from users) else remembered end::int as people,
      remembered < ${COUNTED} as exact,
      (select count(*)::int from users where disabled_at is not null) as disabled,
      pg_database_size(current_database())::text as size,
      current_setting('server_version') as postgres,
      (select count(*)::int from drizzle.__drizzle_migrations) as applied,
      (select last_archived_time from pg_stat_archiver) as archived
    from (select reltuples as remembered from pg_class where oid = 'users'::regclass) r`);
  if (!row) throw new Error("Counting always gives a row.");
  const moment = (value: string | null) => (value === null ? null : new Date(value));
  return {
    connections: { open: row.open, atWork: row.at_work, most: row.most },
    mail: { waiting: row.waiting, oldestDueAt: moment(row.oldest), gaveUp: row.gave_up },
    sessions: row.sessions,
    people: { count: row.people, exact: row.exact },
    disabled: row.disabled,
    databaseSize: Number(row.size),
    postgres: row.postgres,
    migrations: { applied: row.applied, known: journal.entries.length },
    archivedAt: moment(row.archived),
  };
}
