import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { jobImports, jobSources } from "@/db/schema/jobs";
import type { Format } from "@/lib/jobs/words";

export type Source = {
  id: string;
  name: string;
  format: Format;
  /** Null for a source that is filled by uploads or by hand. */
  address: string | null;
  intervalMinutes: number;
  state: "on" | "paused" | "held";
  etag: string | null;
  lastModified: string | null;
};

const columns = {
  id: jobSources.id,
  name: jobSources.name,
  format: jobSources.format,
  address: jobSources.address,
  intervalMinutes: jobSources.intervalMinutes,
  state: jobSources.state,
  etag: jobSources.etag,
  lastModified: jobSources.lastModified,
};

/** Adds a source; null when there is one of this format and address. It is due at once. */
export async function addSource(source: Pick<Source, "name" | "format" | "address" | "intervalMinutes"> & { addedBy: string | null }): Promise<Source | null> {
  const [row] = await db
    .insert(jobSources)
    .values({ ...source, id: uuidv7() })
    .onConflictDoNothing({ target: [jobSources.format, jobSources.address] })
    .returning(columns);
  return row ?? null;
}

export async function findSource(id: string): Promise<Source | null> {
  const [row] = await db.select(columns).from(jobSources).where(eq(jobSources.id, id));
  return row ?? null;
}

/** The oldest source without an address that has this name. */
export async function findSourceByName(format: Format, name: string): Promise<Source | null> {
  const [row] = await db
    .select(columns)
    .from(jobSources)
    .where(and(eq(jobSources.format, format), eq(jobSources.name, name), isNull(jobSources.address)))
    .orderBy(jobSources.id)
    .limit(1);
  return row ?? null;
}

export async function findSourceByAddress(format: Format, address: string): Promise<Source | null> {
  const [row] = await db
    .select(columns)
    .from(jobSources)
    .where(and(eq(jobSources.format, format), eq(jobSources.address, address)));
  return row ?? null;
}

/** The reading that waits for a person; null when none does. */
export async function findHeldImport(sourceId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: jobImports.id })
    .from(jobImports)
    .where(and(eq(jobImports.sourceId, sourceId), eq(jobImports.outcome, "held")))
    .orderBy(desc(jobImports.id))
    .limit(1);
  return row?.id ?? null;
}

export async function saveSource(id: string, change: Partial<Pick<Source, "name" | "intervalMinutes" | "state">>): Promise<void> {
  await db.update(jobSources).set(change).where(eq(jobSources.id, id));
}

/**
 * What the source said of its answer, to ask next time only for what is new. While a listing is missing, or none is open, nothing is kept: an answer
 * that is the same as the last must be read again, or the listing would stay open, and those closed by hand stay closed, until something else changes.
 */
export async function saveValidators(id: string, { etag, lastModified }: Pick<Source, "etag" | "lastModified">): Promise<void> {
  await db.execute(sql`
    with missing as materialized (
      select exists (select from postings where source_id = ${id} and missing > 0 and closed_at is null)
        or not exists (select from postings where source_id = ${id} and closed_at is null) as is_any
    )
    update job_sources s set etag = case when not is_any then ${etag}::text end, last_modified = case when not is_any then ${lastModified}::text end
    from missing where s.id = ${id}`);
}

/** So long others wait for whoever claimed a source: if that server was stopped meanwhile, another one reads it then. */
const LEASE = sql`interval '15 minutes'`;

/** One source that is due, for whoever asks first: of several servers one gets it. It is due again soon, unless it is read. */
export async function claimDueSource(): Promise<Source | null> {
  const rows = await db.execute<Source>(sql`
    with due as materialized (
      select id from job_sources where state = 'on' and address is not null and due_at <= now() order by due_at limit 1 for update skip locked
    )
    update job_sources s set due_at = now() + least(${LEASE}, make_interval(mins => s.interval_minutes))
    from due where s.id = due.id
    returning s.id, s.name, s.format, s.address, s.interval_minutes as "intervalMinutes", s.state, s.etag, s.last_modified as "lastModified"`);
  return rows[0] ?? null;
}

/** It was read, whatever came of it: it is due again after its interval, or later where its host asked for that. */
export async function saveSourceRead(id: string): Promise<void> {
  await db.execute(sql`update job_sources set due_at = greatest(due_at, now() + make_interval(mins => interval_minutes)) where id = ${id}::uuid`);
}

/** Puts off every source of a host that asked to be left alone for so many seconds. */
export async function putOffHost(host: string, seconds: number): Promise<void> {
  await db.execute(sql`
    update job_sources set due_at = greatest(due_at, now() + make_interval(secs => ${seconds}))
    where starts_with(address, ${`https://${host}/`})`);
}

export type Import = {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
  outcome: "running" | "done" | "unchanged" | "held" | "failed" | "dropped";
  trouble: string | null;
  found: number | null;
  added: number | null;
  changed: number | null;
  closed: number | null;
  reopened: number | null;
};

export type ListedSource = Source & { dueAt: Date; open: number; last: Pick<Import, "id" | "outcome" | "trouble" | "found"> & { at: Date } | null };

/** Every source with how many of its listings are open and what its last reading gave; at most 500, by name. */
export async function listSources(): Promise<ListedSource[]> {
  const rows = await db
    .select({
      ...columns,
      dueAt: jobSources.dueAt,
      open: sql<number>`(select count(*)::int from postings p where p.source_id = ${jobSources.id} and p.closed_at is null)`,
      lastId: sql<string | null>`last.id`,
      lastAt: sql<Date>`last.at`.mapWith(jobSources.dueAt),
      lastOutcome: sql<Import["outcome"]>`last.outcome`,
      lastTrouble: sql<string | null>`last.trouble`,
      lastFound: sql<number | null>`last.found`,
    })
    .from(jobSources)
    .leftJoin(
      sql`lateral (select i.id, coalesce(i.ended_at, i.began_at) as at, i.outcome, i.trouble, i.found from job_imports i where i.source_id = ${jobSources.id} order by i.id desc limit 1) last`,
      sql`true`,
    )
    .orderBy(jobSources.name, jobSources.id)
    .limit(500);
  return rows.map(({ lastId, lastAt, lastOutcome, lastTrouble, lastFound, ...source }) => ({
    ...source,
    last: lastId ? { id: lastId, at: lastAt, outcome: lastOutcome, trouble: lastTrouble, found: lastFound } : null,
  }));
}

/** The last readings of a source, the newest first; at most 50. */
export async function listImports(sourceId: string): Promise<Import[]> {
  const { id, beganAt, endedAt, outcome, trouble, found, added, changed, closed, reopened } = jobImports;
  return db
    .select({ id, beganAt, endedAt, outcome, trouble, found, added, changed, closed, reopened })
    .from(jobImports)
    .where(eq(jobImports.sourceId, sourceId))
    .orderBy(desc(jobImports.id))
    .limit(50);
}
