import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, waivers } from "@/db/schema/cohorts";

/** What was waived for a learner, as they see it themselves. `givenBy` is null once that person is gone. */
export type OwnWaiver = { id: string; cohortId: string; cohortName: string; itemId: string; state: "not-needed" | "known"; reason: string; givenBy: string | null; givenAt: Date };

/** The waivers that stand in the cohorts in which a learner is enrolled now, archived ones too; newest first. At most 500. */
export async function listOwnWaivers(userId: string): Promise<OwnWaiver[]> {
  const { id, cohortId, itemId, state, reason, givenAt } = waivers;
  return db
    .select({ id, cohortId, cohortName: cohorts.name, itemId, state, reason, givenBy: users.name, givenAt })
    .from(enrollments)
    .innerJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .innerJoin(waivers, and(eq(waivers.cohortId, enrollments.cohortId), eq(waivers.learnerId, enrollments.userId), isNull(waivers.withdrawnAt)))
    .leftJoin(users, eq(users.id, waivers.givenBy))
    .where(and(eq(enrollments.userId, userId), eq(enrollments.role, "learner"), isNull(enrollments.leftAt)))
    .orderBy(desc(givenAt), desc(id))
    .limit(500);
}
