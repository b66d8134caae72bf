import { sql, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { ORDINARY } from "./ordinary.mjs";

// In development modules are evaluated again on each change: the pool must outlive them.
const kept = globalThis as typeof globalThis & { milepostPool?: postgres.Sql; milepostLongPool?: postgres.Sql; milepostIndexPool?: postgres.Sql; milepostOrderPool?: postgres.Sql; milepostReplicaPool?: postgres.Sql };

const open = (url: string, max: number, settings: Record<string, string | number>, options: postgres.Options<never> = {}) =>
  postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds. The driver's own pause grows to 20 after a few failures of the whole pool, and every request would sit it out.
    backoff: (failures) => Math.min(0.05 * failures, 0.5),
    connection: { application_name: "milepost", ...settings },
    onnotice: () => undefined,
    ...options,
  });

const direct = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;

/**
 * A pooler gives each transaction another connection to Postgres: nothing can be kept on one, and what is to hold on all of them the pooler
 * sets. That it does is looked at when Milepost starts, in scripts/reachable.mjs.
 */
const openOrdinary = () => (direct === env.DATABASE_URL ? open(direct, 10, ORDINARY) : open(env.DATABASE_URL, 10, {}, { prepare: false }));

export const db = drizzle((kept.milepostPool ??= openOrdinary()), { casing: "snake_case" });

const openDirect = (max: number, settings: Record<string, string | number>) => open(direct, max, { lock_timeout: ORDINARY.lock_timeout, ...settings });

const longPool = (kept.milepostLongPool ??= openDirect(1, { statement_timeout: 120_000, lock_timeout: 60_000 }));

/** For work that no request waits for: one statement may take two minutes, and wait one for others. */
export const longDb = drizzle(longPool, { casing: "snake_case" });

/** For who waits their turn: several may be before them. Milliseconds. */
const IN_TURN = { statement_timeout: 300_000, lock_timeout: 240_000 };

/**
 * Does work that one server does at a time, on a connection of its own that is closed after it. What was done before is there when the work
 * begins. A connection that is lost on the way is made anew without the turn: a statement that needs it asks for `holdsTurn`. Throws with
 * code 55P03 when the turn does not come within four minutes.
 */
export async function inTurn<Answer>(turn: number, work: (own: typeof db, holdsTurn: SQL) => Promise<Answer>): Promise<Answer> {
  const client = open(direct, 1, IN_TURN, { max_lifetime: null, idle_timeout: 0 });
  try {
    const own = drizzle(client, { casing: "snake_case" });
    await own.execute(sql`select pg_advisory_lock(${turn}::bigint)`);
    return await work(own, sql`exists (select from pg_locks where locktype = 'advisory' and (classid, objid) = (0, ${turn}) and pid = pg_backend_pid() and granted)`);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Hears what is sent to a channel, over one more connection to Postgres itself. The driver opens it anew when it was lost. */
export const listen = (channel: string, hear: (message: string) => void) => longPool.listen(channel, hear);

/** From this similarity on, of 1, words are alike: "bakend develper" and "Backend Developer" have 0.55. */
export const ALIKE_FROM = 0.5;

const SHORT = { statement_timeout: ORDINARY.statement_timeout, jit: "off", max_parallel_workers_per_gather: 0 };

const BY_INDEX = { ...SHORT, enable_seqscan: "off", enable_indexscan: "off", enable_indexonlyscan: "off", random_page_cost: 1, cpu_operator_cost: 0, cpu_index_tuple_cost: 0 };

/**
 * For searches by words. The planner takes looking at a listing’s words for cheap, and would rather unpack those of a hundred thousand
 * than ask the index: on these connections only the pages that are read cost something.
 */
export const indexDb = drizzle(
  (kept.milepostIndexPool ??= openDirect(4, { ...BY_INDEX, "pg_trgm.word_similarity_threshold": ALIKE_FROM })),
  { casing: "snake_case" },
);

/** For looking at the next few listings in an order. The planner would rather read and sort all of them: on these connections it must not. */
export const orderDb = drizzle((kept.milepostOrderPool ??= openDirect(4, { ...SHORT, enable_seqscan: "off", enable_bitmapscan: "off", enable_sort: "off" })), { casing: "snake_case" });

/** For reports, through db/report.ts: what is read here may be older than what the primary has. */
export const replica = env.DATABASE_READ_URL ? drizzle((kept.milepostReplicaPool ??= open(env.DATABASE_READ_URL, 8, ORDINARY)), { casing: "snake_case" }) : null;
