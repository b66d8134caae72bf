import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { applications } from "@/db/schema/jobs";

/** The id of the application that a learner has made of a listing. */
export async function findApplicationOfListing(userId: string, listingId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.userId, userId), eq(applications.listingId, listingId)));
  return row?.id ?? null;
}
