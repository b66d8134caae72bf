import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { plans } from "@/db/schema/plans";

declare const proof: unique symbol;
/** What only a query of this file gives: that the viewer was found to be allowed. */
type Proven<Name extends string> = { readonly [proof]: Name };

/** When a signal speaks; see lib/cohorts/signals.ts. */
export type Thresholds = {
  /** Days without activity. */
  quietDays: number;
  /** Times the hours of an item at the learner's pace. */
  slowTimes: number;
  /** Days since a submission was returned. */
  returnedDays: number;
  /** Times the same item was returned. */
  returnedTimes: number;
  /** Items behind the plan. */
  behindItems: number;
  /** Days since enrollment. */
  unstartedDays: number;
};

type Cohort = {
  id: string;
  slug: string;
  name: string;
  /** Days, as "2026-11-22". */
  startsOn: string;
  endsOn: string;
  hoursPerWeek: number;
  archivedAt: Date | null;
  consentRecorded: boolean;
  thresholds: Thresholds;
  /** By the clock of the database, and before anything else of the cohort was read. */
  readAt: Date;
};

/** A cohort that the viewer teaches, or looks at as an admin. Queries about its people take it instead of an id. */
export type TaughtCohort = Cohort & { as: "instructor" | "admin"; viewerId: string } & Proven<"taught">;

/** A learner who is enrolled in a taught cohort now. */
export type TaughtLearner = {
  id: string;
  name: string;
  groupName: string | null;
  enrolledAt: Date;
  under18: boolean;
  /** Hours a week of the learner's own plan; null where there is none. */
  ownHours: number | null;
  cohort: TaughtCohort;
} & Proven<"learner">;

/** A cohort in which the viewer is enrolled as a learner now. */
export type JoinedCohort = Pick<Cohort, "id" | "slug" | "name" | "startsOn" | "endsOn" | "hoursPerWeek" | "archivedAt"> & {
  viewerId: string;
  enrolledAt: Date;
} & Proven<"joined">;

const columns = {
  id: cohorts.id,
  slug: cohorts.slug,
  name: cohorts.name,
  startsOn: cohorts.startsOn,
  endsOn: cohorts.endsOn,
  hoursPerWeek: cohorts.hoursPerWeek,
  archivedAt: cohorts.archivedAt,
  consentRecorded: cohorts.consentRecorded,
  thresholds: {
    quietDays: cohorts.quietDays,
    slowTimes: cohorts.slowTimes,
    returnedDays: cohorts.returnedDays,
    returnedTimes: cohorts.returnedTimes,
    behindItems: cohorts.behindItems,
    unstartedDays: cohorts.unstartedDays,
  },
  readAt: sql<Date>`now()`.mapWith(cohorts.createdAt),
};

const teaches = and(
  eq(enrollments.cohortId, cohorts.id),
  eq(enrollments.userId, sql.placeholder("viewerId")),
  eq(enrollments.role, "instructor"),
  isNull(enrollments.leftAt),
);

const taughtCohort = db
  .select({ ...columns, teaches: sql<boolean>`${enrollments.userId} is not null` })
  .from(cohorts)
  .leftJoin(enrollments, teaches)
  .where(and(eq(cohorts.slug, sql.placeholder("slug")), sql`(${enrollments.userId} is not null or ${sql.placeholder("admin")}::boolean)`))
  .prepare("taught_cohort");

export async function findTaughtCohort(slug: string, viewer: { id: string; admin: boolean }): Promise<TaughtCohort | null> {
  const [row] = await taughtCohort.execute({ slug, viewerId: viewer.id, admin: viewer.admin });
  if (!row) return null;
  const { teaches, ...cohort } = row;
  // The one place where this proof is given.
  return { ...cohort, as: teaches ? "instructor" : "admin", viewerId: viewer.id } as TaughtCohort;
}

const taughtCohorts = db
  .select(columns)
  .from(cohorts)
  .innerJoin(enrollments, teaches)
  .where(isNull(cohorts.archivedAt))
  .orderBy(asc(cohorts.startsOn), asc(cohorts.id))
  .limit(200)
  .prepare("taught_cohorts");

/** The cohorts that the viewer teaches and that are not archived, in the order in which they began. At most 200. */
export async function listTaughtCohorts(viewerId: string): Promise<TaughtCohort[]> {
  const rows = await taughtCohorts.execute({ viewerId });
  return rows.map((cohort) => ({ ...cohort, as: "instructor", viewerId }) as TaughtCohort);
}

const taughtLearner = db
  .select({
    id: users.id,
    name: users.name,
    groupName: enrollments.groupName,
    enrolledAt: enrollments.enrolledAt,
    under18: users.under18,
    ownHours: plans.hoursPerWeek,
  })
  .from(enrollments)
  .innerJoin(users, eq(users.id, enrollments.userId))
  .leftJoin(plans, eq(plans.userId, enrollments.userId))
  .where(
    and(
      eq(enrollments.cohortId, sql.placeholder("cohortId")),
      eq(enrollments.userId, sql.placeholder("learnerId")),
      eq(enrollments.role, "learner"),
      isNull(enrollments.leftAt),
    ),
  )
  .prepare("taught_learner");

/** `learnerId` must be a uuid. */
export async function findTaughtLearner(cohort: TaughtCohort, learnerId: string): Promise<TaughtLearner | null> {
  const [row] = await taughtLearner.execute({ cohortId: cohort.id, learnerId });
  return row ? ({ ...row, cohort } as TaughtLearner) : null;
}

export async function findJoinedCohort(slug: string, viewerId: string): Promise<JoinedCohort | null> {
  const { id, name, startsOn, endsOn, hoursPerWeek, archivedAt } = columns;
  const [row] = await db
    .select({ id, slug: cohorts.slug, name, startsOn, endsOn, hoursPerWeek, archivedAt, enrolledAt: enrollments.enrolledAt })
    .from(cohorts)
    .innerJoin(enrollments, eq(enrollments.cohortId, cohorts.id))
    .where(and(eq(cohorts.slug, slug), eq(enrollments.userId, viewerId), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)));
  return row ? ({ ...row, viewerId } as JoinedCohort) : null;
}

/** What an instructor of the cohort is given about the viewer, for the viewer’s own eyes. Null when the viewer left meanwhile. */
export async function findSelfAsTaught(joined: JoinedCohort): Promise<TaughtLearner | null> {
  const teacherId = sql<string | null>`(select e.user_id from enrollments e where e.cohort_id = ${cohorts.id} and e.role = 'instructor' and e.left_at is null order by e.enrolled_at, e.user_id limit 1)`;
  const [row] = await db.select({ ...columns, teacherId }).from(cohorts).where(eq(cohorts.id, joined.id));
  if (!row) return null;
  const { teacherId: seenBy, ...cohort } = row;
  return findTaughtLearner({ ...cohort, as: "instructor", viewerId: seenBy ?? joined.viewerId } as TaughtCohort, joined.viewerId);
}

export type ListedCohort = Pick<Cohort, "id" | "slug" | "name" | "startsOn" | "endsOn" | "archivedAt"> & { learners: number };

/** The latest 200 cohorts of the installation: names and numbers only, for admins. */
export async function listAllCohorts(): Promise<ListedCohort[]> {
  const { id, slug, name, startsOn, endsOn, archivedAt } = columns;
  return db
    .select({
      id, slug, name, startsOn, endsOn, archivedAt,
      learners: sql<number>`(select count(*)::int from ${enrollments} where ${enrollments.cohortId} = ${cohorts.id} and ${enrollments.role} = 'learner' and ${enrollments.leftAt} is null)`,
    })
    .from(cohorts)
    .orderBy(desc(cohorts.startsOn), desc(cohorts.id))
    .limit(200);
}
