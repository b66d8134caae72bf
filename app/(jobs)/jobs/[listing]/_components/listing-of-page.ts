import { cache } from "react";
import { findListing } from "@/db/queries/listings";

/** One question to the database for the page and what stands in its head. */
const find = cache(findListing);

/** Null for a slug that cannot be one, without asking. */
export async function listingOfPage(slug: string) {
  return /^[a-z0-9-]{1,120}$/.test(slug) ? find(slug) : null;
}
