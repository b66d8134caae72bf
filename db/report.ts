import { fillPlaceholders, sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { ParameterOrJSON } from "postgres";
import { db, replica } from "./client";

type Database = typeof db;

/** How long is waited for a replica that is behind, for one that says nothing, and for what is read from it. Milliseconds. */
const PATIENCE = { behind: 100, silent: 500, reading: 3_000 };

const LOOK_EVERY = 5;

/** So long after a failure nobody asks the replica. */
const PAUSE = 5_000;

/** No more is asked at once: one that hangs keeps what it was asked. */
const AT_ONCE = 40;

let atWork = 0;
let askAgainAt = 0;
let good = true;

/**
 * What instructors read of a cohort. It is read from the replica where there is one that has all that was committed before this was asked for, so
 * whoever wrote something, through any instance, sees it here. Else it is read from the primary.
 */
export async function report<Rows>(ask: (of: Database) => PromiseLike<Rows>): Promise<Rows> {
  const from = replica;
  if (!from || Date.now() < askAgainAt || atWork >= AT_ONCE) return ask(db);
  const [now] = await db.execute<{ lsn: string }>(sql`select pg_current_wal_flush_lsn() as lsn`);
  try {
    await whenAt(from, now?.lsn ?? "");
    const rows = await inTime(() => ask(from), PATIENCE.reading);
    if (!good) console.info("reports: read from the replica again");
    good = true;
    return rows;
  } catch (error) {
    askAgainAt = Date.now() + PAUSE;
    if (good) console.warn("reports: read from the primary, as the replica cannot be used", error);
    good = false;
    return ask(db);
  }
}

/** The same for a prepared statement: `make` prepares it on the primary, and on the replica. */
export function preparedReport<Rows>(make: (on: Database) => { execute: (values: Record<string, unknown>) => Promise<Rows> }) {
  const ofPrimary = make(db);
  const ofReplica = replica ? make(replica) : ofPrimary;
  return (values: Record<string, unknown>): Promise<Rows> => report((of) => (of === db ? ofPrimary : ofReplica).execute(values));
}

/**
 * The same for many rows, as the driver reads them and with the names that the statement gives. The query builder looks at every value of every
 * row: for the facts of 900 learners that took longer than finding out who of them is stuck.
 */
export function preparedReportRows<Row extends object>(statement: SQL) {
  const { sql: text, params } = new PgDialect({ casing: "snake_case" }).sqlToQuery(statement);
  // The builder types what is given as anything; the driver refuses what it cannot send.
  const given = (values: Record<string, unknown>) => fillPlaceholders(params, values) as ParameterOrJSON<never>[];
  return (values: Record<string, unknown>): Promise<Row[]> => report((of) => of.$client.unsafe<Row[]>(text, given(values), { prepare: true }));
}

async function whenAt(from: Database, lsn: string): Promise<void> {
  for (const deadline = performance.now() + PATIENCE.behind; ; await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))) {
    const [row] = await inTime(() => from.execute<{ there: boolean | null }>(sql`select pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn as there`), PATIENCE.silent);
    if (row?.there) return;
    if (row?.there !== false) throw new Error("It is no replica.");
    if (performance.now() > deadline) throw new Error("It is behind.");
  }
}

async function inTime<Rows>(ask: () => PromiseLike<Rows>, patience: number): Promise<Rows> {
  atWork += 1;
  // Started once: a statement of the driver begins anew each time it is waited for.
  const asked = Promise.resolve().then(ask);
  const ended = () => (atWork -= 1);
  asked.then(ended, ended);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error("It does not answer.")), patience)));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
