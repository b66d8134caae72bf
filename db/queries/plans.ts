import "server-only";
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments } from "@/db/schema/cohorts";
import { plans } from "@/db/schema/plans";
import { lastHandedIn } from "./last-activity";

/** `handedInAt`: when evidence was last handed in. */
export type Plan = { hoursPerWeek: number; savedAt: Date; hasCalendar: boolean; handedInAt: Date | null };

export async function findPlan(userId: string): Promise<Plan | null> {
  const [row] = await db
    .select({
      hoursPerWeek: plans.hoursPerWeek,
      savedAt: plans.savedAt,
      hasCalendar: sql<boolean>`${plans.calendarHash} is not null`,
      handedInAt: sql<Date | null>`${lastHandedIn(sql`plans.user_id`)}`.mapWith(plans.savedAt),
    })
    .from(plans)
    .where(eq(plans.userId, userId));
  return row ?? null;
}

/** Idempotent. */
export async function savePlan(userId: string, hoursPerWeek: number): Promise<void> {
  await db
    .insert(plans)
    .values({ userId, hoursPerWeek })
    .onConflictDoUpdate({ target: plans.userId, set: { hoursPerWeek, savedAt: sql`now()` } });
}

/** Opens the calendar at a new address, and closes the one before; null closes it. False when there is no plan yet. */
export async function saveCalendar(userId: string, calendarHash: string | null): Promise<boolean> {
  const rows = await db.update(plans).set({ calendarHash }).where(eq(plans.userId, userId)).returning({ userId: plans.userId });
  return rows.length === 1;
}

/** Whose calendar lies at an address; that of somebody who is disabled lies at none. */
export async function findPlanOfCalendar(calendarHash: string): Promise<{ userId: string; hoursPerWeek: number } | null> {
  const [row] = await db
    .select({ userId: plans.userId, hoursPerWeek: plans.hoursPerWeek })
    .from(plans)
    .innerJoin(users, and(eq(users.id, plans.userId), isNull(users.disabledAt)))
    .where(eq(plans.calendarHash, calendarHash));
  return row ?? null;
}

export type DueStep = { cohortId: string; cohortName: string; stepSlug: string; dueOn: string };

/** What is due in the cohorts in which the learner is enrolled now, by day. At most 500. */
export async function listOwnDueSteps(userId: string): Promise<DueStep[]> {
  return db
    .select({ cohortId: cohorts.id, cohortName: cohorts.name, stepSlug: cohortSteps.stepSlug, dueOn: cohortSteps.dueOn })
    .from(enrollments)
    .innerJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.cohortId, cohorts.id))
    .where(and(eq(enrollments.userId, userId), eq(enrollments.role, "learner"), isNull(enrollments.leftAt), isNull(cohorts.archivedAt)))
    .orderBy(asc(cohortSteps.dueOn), asc(cohorts.id), asc(cohortSteps.stepSlug))
    .limit(500);
}

/** What the server keeps for the learner beside progress: the plan, what waits, the items waived for them where they learn now, what they were told. Moments are as ISO 8601 has them; when evidence was last handed in is absent in what a device kept from before it was said. */
export type Standing = {
  plan: { hoursPerWeek: number; savedAt: string; handedInAt?: string | null } | null;
  waiting: {
    /** Submissions that came back and were not handed in again, and the item when it is only one. */
    returned: number;
    returnedItem: string | null;
    /** Messages not read yet. */
    messages: number;
    /** Submissions of fellow learners that the learner may confirm. */
    confirm: number;
    cohorts: { slug: string; name: string }[];
    /** Listings that are new in the saved searches; null when nobody knows: they have to be counted. */
    listings: number | null;
  };
  waived: string[];
  /** The version of the words on privacy that the person was told of last; absent in what a device kept from before it was asked. */
  notice?: string | null;
};

/** At most this many are counted. */
const MOST_TO_CONFIRM = 50;

const asIso = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const standing = db
  .select({
    plan: sql<Standing["plan"]>`(
      select jsonb_build_object('hoursPerWeek', hours_per_week, 'savedAt', ${asIso(sql`saved_at`)}, 'handedInAt', ${asIso(lastHandedIn(sql`plans.user_id`))})
      from plans where user_id = ${sql.placeholder("userId")})`,
    returned: sql<string[]>`(
      select coalesce(jsonb_agg(item_id), '[]') from submissions s
      where user_id = ${sql.placeholder("userId")} and state = 'returned' and not exists (
        select 1 from submissions later
        where later.user_id = s.user_id and later.item_id = s.item_id and later.version > s.version and later.state in ('handed-in', 'returned', 'accepted')))`,
    messages: sql<number>`(select count(*)::int from messages where learner_id = ${sql.placeholder("userId")} and read_at is null)`,
    confirm: sql<number>`(
      select count(*)::int from (
        select distinct s.user_id, s.id
        from enrollments mine
        join enrollments theirs on theirs.cohort_id = mine.cohort_id and theirs.role = 'learner' and theirs.left_at is null and theirs.user_id <> mine.user_id
        join cohorts c on c.id = mine.cohort_id and c.archived_at is null
        join submissions s on s.user_id = theirs.user_id and s.state = 'handed-in'
        where mine.user_id = ${sql.placeholder("userId")} and mine.role = 'learner' and mine.left_at is null
          and s.item_id in (select jsonb_array_elements_text(${sql.placeholder("peerItems")}::text::jsonb))
          and not exists (select 1 from reviews r where r.user_id = s.user_id and r.submission_id = s.id and r.by = 'peer' and r.reviewer_id = mine.user_id and r.withdrawn_at is null)
        limit ${sql.raw(String(MOST_TO_CONFIRM))}) open)`,
    cohorts: sql<Standing["waiting"]["cohorts"]>`(
      select coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.starts_on, c.id), '[]')
      from enrollments e join cohorts c on c.id = e.cohort_id
      where e.user_id = ${sql.placeholder("userId")} and e.role = 'learner' and e.left_at is null and c.archived_at is null)`,
    waived: sql<string[]>`(
      select coalesce(jsonb_agg(distinct w.item_id), '[]')
      from enrollments e join waivers w on w.cohort_id = e.cohort_id and w.learner_id = e.user_id and w.withdrawn_at is null
      where e.user_id = ${sql.placeholder("userId")} and e.role = 'learner' and e.left_at is null)`,
    notice: sql<string | null>`(select version from consents where user_id = ${sql.placeholder("userId")} and purpose = 'account' order by id desc limit 1)`,
    // An import shows its listings a little after the moment they bear.
    listings: sql<number | null>`case when not exists (select 1 from saved_searches where user_id = ${sql.placeholder("userId")}) then 0 else (
      select fresh from saved_search_news
      where user_id = ${sql.placeholder("userId")} and counted_at > now() - interval '1 hour'
        and counted_at > coalesce((select max(found_at) from open_listings), '-infinity') + interval '2 minutes') end`,
  })
  .from(sql`(select 1) as one`)
  .prepare("standing_of_learner");

/** One statement on indexes: every page of a learner asks for it. `peerItems` are the items that a fellow learner may confirm. */
export async function findStanding(userId: string, peerItems: readonly string[]): Promise<Standing> {
  const [row] = await standing.execute({ userId, peerItems: JSON.stringify(peerItems) });
  if (!row) throw new Error("A select without tables answered no row.");
  const { plan, waived, notice, returned, ...waiting } = row;
  const [only] = returned;
  return { plan, waiting: { returned: returned.length, returnedItem: returned.length === 1 && only !== undefined ? only : null, ...waiting }, waived, notice };
}
