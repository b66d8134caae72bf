import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { isClosed } from "./listings";

/** `role` is the slug of one of the ten, where the listing has one. */
export type AskingListing = Pick<typeof listings.$inferSelect, "slug" | "title" | "company" | "role" | "asks"> & { closed: boolean };

/** What a listing asks, closed ones included. */
export async function findAskedOfListing(slug: string): Promise<AskingListing | null> {
  const [row] = await db
    .select({ slug: listings.slug, title: listings.title, company: listings.company, role: listings.role, asks: listings.asks, closed: isClosed })
    .from(listings)
    .where(eq(listings.slug, slug));
  return row ?? null;
}
