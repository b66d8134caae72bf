import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

const PATIENCE_MS = 500;

/** Whether the database answers in half a second and has every migration this build knows. */
export async function isReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([migrated(), late]);
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
