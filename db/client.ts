import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

// In development modules are evaluated again on each change: the pool must outlive them.
const kept = globalThis as typeof globalThis & { milepostPool?: postgres.Sql; milepostLongPool?: postgres.Sql };

const open = (max: number, statementTimeout: number) =>
  postgres(env.DATABASE_URL, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds. The driver's own pause grows to 20 after a few failures of the whole pool, and every request would sit it out.
    backoff: (failures) => Math.min(0.05 * failures, 0.5),
    connection: { application_name: "milepost", statement_timeout: statementTimeout, lock_timeout: 2_000 },
    onnotice: () => undefined,
  });

export const db = drizzle((kept.milepostPool ??= open(10, 5_000)), { casing: "snake_case" });

/** For work that no request waits for, such as making a whole import visible: one statement may take two minutes. */
export const longDb = drizzle((kept.milepostLongPool ??= open(1, 120_000)), { casing: "snake_case" });
