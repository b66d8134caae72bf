import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATION_LOCK = 61_750_125;

/** Brings the database up to date; of several servers that start together one does it and the others wait. */
export async function migrate(url, folder) {
  // One connection: the advisory lock belongs to the session that took it.
  const sql = postgres(url, { max: 1, max_lifetime: null, connect_timeout: 10, onnotice() {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await sql`insert into installation (id, epoch) values (1, gen_random_uuid()) on conflict do nothing`;
  } finally {
    await sql.end();
  }
}
