import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { preparedReportRows } from "@/db/report";
import { env } from "@/lib/env";
import type { TaughtCohort } from "./cohorts";
import { lastActivity } from "./last-activity";
import { isWaived } from "./standing-waivers";

/** "last" is that of the last activity, newest first. */
type GridSort = "name" | "done" | "proven" | "last";

export type GridQuestion = {
  sort: GridSort;
  /** The items that are counted for the sort, and looked through for what is in progress. */
  itemIds: readonly string[];
  group: string | null;
  /** Only learners who have one of the items in progress, and not waived. */
  doing: boolean;
  /** Whether the day of the last activity is asked for. */
  withLast: boolean;
  /** The learner after whom the page begins. */
  after: string | null;
  limit: number;
};

/** One learner. Items are parted by spaces; `levels` and `waivers` are lists of "item:value". See lib/cohorts/grid-cells.ts. */
export type GridRow = {
  id: string;
  name: string;
  groupName: string | null;
  /** Days, as "2026-11-22". */
  enrolledOn: string;
  /** Null where there was none, or it was not asked for. */
  lastOn: string | null;
  done: string | null;
  skipped: string | null;
  doing: string | null;
  levels: string | null;
  waivers: string | null;
  /** How many learners the question matches, and how many of them stand before this page. */
  matching: number;
  before: number;
};

const given = sql.placeholder;
const itemIds = sql`string_to_array(${given("itemIds")}::text, ' ')`;

/** What a smaller figure of stands first; the name and the id decide the rest. */
const RANKS: Record<GridSort, SQL> = {
  name: sql`0`,
  done: sql`(select -count(*) from progress_summaries p, unnest(p.done) did where p.user_id = u.id and did in (select unnest(${itemIds})))`,
  proven: sql`(select -count(distinct p.item_id) from item_proofs p
    where p.user_id = u.id and p.level >= 2 and p.withdrawn_at is null and p.item_id = any (${itemIds}))`,
  last: sql`coalesce(-extract(epoch from ${lastActivity(sql`u.id`)}), 0)`,
};

/** Text of one row per learner instead of a row per item: 50 learners are 50 rows. */
const pageBy = (sort: GridSort) =>
  preparedReportRows<GridRow>(
    sql`
      with people as materialized (
        select u.id, u.name, e.group_name, e.enrolled_at, (${RANKS[sort]})::float8 as rank,
          e.left_at is null
            and (${given("group")}::text is null or e.group_name = ${given("group")})
            and (not ${given("doing")}::boolean or exists (
              select from progress_summaries p, unnest(p.doing) as begun (item_id)
              where p.user_id = u.id and begun.item_id = any (${itemIds})
                and not ${isWaived(given("cohortId"), { userId: sql`p.user_id`, itemId: sql`begun.item_id` })})) as matches
        from enrollments e join users u on u.id = e.user_id
        where e.cohort_id = ${given("cohortId")}::uuid and e.role = 'learner' and (e.left_at is null or e.user_id = ${given("after")}::uuid)
      ), ordered as materialized (
        select *, row_number() over (order by rank, name collate "und-x-icu", id) as place from people
      ), begins as (
        select coalesce((select place from ordered where id = ${given("after")}::uuid), 0) as place
      ), shown as (
        select o.*, (select count(*)::int from ordered where matches) as matching,
          (select count(*)::int from ordered where matches and place <= begins.place) as before
        from ordered o, begins where o.matches and o.place > begins.place
        order by o.place limit ${given("limit")}::int
      )
      select s.id, s.name, s.group_name as "groupName", s.matching, s.before, lv.levels, w.waivers,
        array_to_string(p.done, ' ') as done, array_to_string(p.skipped, ' ') as skipped, array_to_string(p.doing, ' ') as doing,
        to_char(s.enrolled_at at time zone ${env.TIME_ZONE}, 'YYYY-MM-DD') as "enrolledOn",
        case when ${given("withLast")}::boolean then
          to_char(${lastActivity(sql`s.id`, sql`p.last_at`)} at time zone ${env.TIME_ZONE}, 'YYYY-MM-DD')
        end as "lastOn"
      from shown s
      left join progress_summaries p on p.user_id = s.id
      cross join lateral (
        select string_agg(item_id || ':' || level, ' ') as levels
        from (select item_id, max(level) as level from item_proofs where user_id = s.id and withdrawn_at is null group by item_id) highest
      ) lv
      cross join lateral (
        select string_agg(item_id || ':' || state, ' ') as waivers
        from waivers where cohort_id = ${given("cohortId")}::uuid and learner_id = s.id and withdrawn_at is null
      ) w
      order by s.place`,
  );

const pages: Record<GridSort, ReturnType<typeof pageBy>> = { name: pageBy("name"), done: pageBy("done"), proven: pageBy("proven"), last: pageBy("last") };

/** Learners of the cohort with everything that is known of their items. `after` must be a uuid. */
export async function listGridRows(cohort: TaughtCohort, { sort, itemIds, ...question }: GridQuestion): Promise<GridRow[]> {
  return pages[sort]({ ...question, itemIds: itemIds.join(" "), cohortId: cohort.id });
}
