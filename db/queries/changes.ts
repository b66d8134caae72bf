import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { TaughtCohort } from "./cohorts";

const given = sql.placeholder;

const clock = db.select({ at: sql<string>`now()` }).from(sql`(select) one`).prepare("clock");

/** What the clock of the database says: it is the one that says when something was recorded. */
export async function readClock(): Promise<Date> {
  const [row] = await clock.execute();
  if (!row) throw new Error("The database does not tell the time.");
  return new Date(row.at);
}

const changed = db
  .select({ learners: sql<number>`count(*)::int` })
  .from(
    sql`enrollments e
    where e.cohort_id = ${given("cohortId")}::uuid and e.role = 'learner' and e.left_at is null
      and (exists (select from progress_summaries p where p.user_id = e.user_id and p.last_at > ${given("since")}::timestamptz)
        or exists (select from submissions s where s.user_id = e.user_id and s.state <> 'draft' and s.saved_at > ${given("since")}::timestamptz))`,
  )
  .prepare("changed_in_cohort");

/** How many of a cohort’s learners recorded something, or handed something in, since that moment. */
export async function countChanged(cohort: TaughtCohort, since: Date): Promise<number> {
  const [row] = await changed.execute({ cohortId: cohort.id, since: since.toISOString() });
  return row?.learners ?? 0;
}
