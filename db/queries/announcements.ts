import "server-only";
import { and, desc, eq } from "drizzle-orm";
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

/** Idempotent by its id. */
export async function addAnnouncement(cohort: TaughtCohort, announcement: { id: string; body: string }): Promise<void> {
  const written = db
    .insert(announcements)
    .values({ cohortId: cohort.id, ...announcement, writtenBy: cohort.viewerId })
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
