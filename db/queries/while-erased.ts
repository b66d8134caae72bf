import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eraseAccount } from "./erasure";

/** For tests: what a write about a person answers that began after their erasure had, when neither could go on yet. */
export async function writeWhileErased<Answer>(userId: string, write: () => Promise<Answer>): Promise<Answer> {
  const { both } = await db.transaction(async (hold) => {
    await hold.execute(sql`select from users where id = ${userId} for update`);
    const erased = eraseAccount(userId);
    await untilWaiting(1);
    const written = write();
    await untilWaiting(2);
    return { both: Promise.all([erased, written]) };
  });
  const [erased, written] = await both;
  if (erased !== "erased") throw new Error(`It was not erased: ${erased}.`);
  return written;
}

/** For tests: until so many statements of this database wait for a lock. */
export async function untilWaiting(many: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    const waiting = await db.execute(sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length >= many) return;
    await sleep(10);
  }
  throw new Error(`There are no ${many} that wait.`);
}
