import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { Refusal } from "./embedded/refusal.mjs";

const MIGRATION_LOCK = 61_750_125;

/** Who asks for a table that a migration waits for waits behind it: for one table shorter, then, than they may (db/ordinary.mjs). */
const LOCK_TIMEOUT = "1s";
const TRIES = 60;
const PAUSE_MS = 1_000;

/** Brings the database up to date; of several servers that start together one does it and the others wait. */
export async function migrate(url, folder) {
  // One connection: the advisory lock belongs to the session that took it.
  const sql = postgres(url, { max: 1, max_lifetime: null, connect_timeout: 10, onnotice() {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql`select set_config('lock_timeout', ${LOCK_TIMEOUT}, false)`;
    await applyBetweenOthers(sql, folder);
    await sql`insert into installation (id, epoch) values (1, gen_random_uuid()) on conflict do nothing`;
  } finally {
    await sql.end();
  }
}

/** All or nothing: what others read or write meanwhile it asks for again. */
async function applyBetweenOthers(sql, folder) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    } catch (error) {
      // A lock that was not to be had, or who has it waited for what the migration had altered already.
      if (!["55P03", "40P01"].includes(error.cause?.code)) throw error;
      if (tries === TRIES) throw new Refusal(`Something else holds tables of the database (${error.cause.message}): start again once it is through. Nothing was changed.`);
    }
    await sleep(PAUSE_MS);
  }
}
