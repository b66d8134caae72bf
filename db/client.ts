import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

// In development modules are evaluated again on each change: the pool must outlive them.
const kept = globalThis as typeof globalThis & { milepostPool?: postgres.Sql };

const pool = (kept.milepostPool ??= postgres(env.DATABASE_URL, {
  max: 10,
  connect_timeout: 5,
  idle_timeout: 60,
  // Seconds. The driver's own pause grows to 20 after a few failures of the whole pool, and every request would sit it out.
  backoff: (failures) => Math.min(0.05 * failures, 0.5),
  connection: { application_name: "milepost", statement_timeout: 5_000, lock_timeout: 2_000 },
  onnotice: () => undefined,
}));

export const db = drizzle(pool, { casing: "snake_case" });
