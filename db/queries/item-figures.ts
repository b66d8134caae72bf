import "server-only";
import { sql } from "drizzle-orm";
import { report } from "@/db/report";
import type { TaughtCohort } from "./cohorts";
import { didIt, standingWaivers } from "./standing-waivers";

/** How many learners of the cohort stand where with one item. */
export type ItemFigures = {
  itemId: string;
  doing: number;
  done: number;
  proven: number;
  skipped: number;
  /** Waived for learners who have neither done nor proven it; of these none is on it. */
  waived: number;
  /** Submissions that were returned. */
  returned: number;
  /** Half of those who began it and did it needed so many days or fewer; null when nobody did. */
  medianDays: number | null;
};

/** One row for every item that anyone of the cohort said something about. */
export async function listItemFigures(cohort: TaughtCohort): Promise<ItemFigures[]> {
  return report((of) => of.execute<ItemFigures>(sql`
    with learners as materialized (
      select user_id from enrollments where cohort_id = ${cohort.id} and role = 'learner' and left_at is null
    ), standing as materialized (
      select user_id, item_id from ${standingWaivers(cohort.id)} w join learners using (user_id)
    ), states as (
      select item_id, count(*) filter (where state = 'doing' and (user_id, item_id) not in (select user_id, item_id from standing)) as doing,
        count(*) filter (where state = 'done') as done,
        count(*) filter (where state = 'skipped' and (user_id, item_id) not in (select user_id, item_id from standing)) as skipped
      from item_progress join learners using (user_id) group by item_id
    ), proven as (
      select item_id, count(distinct user_id) as proven
      from item_proofs join learners using (user_id) where level >= 2 and withdrawn_at is null group by item_id
    ), waived as (
      select item_id, count(*) as waived from standing where not ${didIt({ userId: sql`standing.user_id`, itemId: sql`standing.item_id` })} group by item_id
    ), returned as (
      select item_id, count(*) as returned from submissions join learners using (user_id) where state = 'returned' group by item_id
    ), spans as (
      select item_id, min(received_at) filter (where state = 'doing') as begun, max(received_at) filter (where state = 'done') as ended
      from progress_operations join learners using (user_id) group by user_id, item_id
    ), times as (
      select item_id, percentile_disc(0.5) within group (order by ended - begun) as span from spans where ended > begun group by item_id
    )
    select item_id as "itemId", coalesce(doing, 0)::int as "doing", coalesce(done, 0)::int as "done", coalesce(proven, 0)::int as "proven",
      coalesce(skipped, 0)::int as "skipped", coalesce(waived, 0)::int as "waived", coalesce(returned, 0)::int as "returned",
      (extract(epoch from span) / 86400)::float8 as "medianDays"
    from states
    full join proven using (item_id) full join waived using (item_id) full join returned using (item_id) full join times using (item_id)`));
}
