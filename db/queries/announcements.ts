import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { announcements } from "@/db/schema/cohorts";
import { actOfAdmin, saveAudited } from "./audit";
import type { JoinedCohort, TaughtCohort } from "./cohorts";

/** `writtenByName` is null once the person is gone. */
export type Announcement = { id: string; body: string; writtenAt: Date; writtenBy: string | null; writtenByName: string | null };

/** The last 50, newest first. */
export async function listAnnouncements(cohort: JoinedCohort | TaughtCohort): Promise<Announcement[]> {
  return db
    .select({ id: announcements.id, body: announcements.body, writtenAt: announcements.writtenAt, writtenBy: announcements.writtenBy, writtenByName: users.name })
    .from(announcements)
    .leftJoin(users, eq(users.id, announcements.writtenBy))
    .where(eq(announcements.cohortId, cohort.id))
    .orderBy(desc(announcements.writtenAt), desc(announcements.id))
    .limit(50);
}

/** The same id with the same words is the same one; with other words it is another one. */
export async function addAnnouncement(cohort: TaughtCohort, { id, body }: { id: string; body: string }): Promise<void> {
  const own = sql<string>`case when exists (select from announcements a where a.cohort_id = ${cohort.id} and a.id = ${id} and a.body <> ${body}) then ${uuidv7()}::uuid else ${id}::uuid end`;
  const written = db
    .insert(announcements)
    .values({ cohortId: cohort.id, id: own, body, writtenBy: cohort.viewerId })
    .onConflictDoNothing()
    .returning({ id: announcements.id });
  await saveAudited(written, actOfAdmin(cohort, "announcement.write"));
}

/** Only what the viewer wrote. */
export async function removeAnnouncement(cohort: TaughtCohort, id: string): Promise<void> {
  const removed = db
    .delete(announcements)
    .where(and(eq(announcements.cohortId, cohort.id), eq(announcements.id, id), eq(announcements.writtenBy, cohort.viewerId)))
    .returning({ id: announcements.id });
  await saveAudited(removed, actOfAdmin(cohort, "announcement.remove"));
}
