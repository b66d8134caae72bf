import { cache } from "react";
import { findAskedOfListing } from "@/db/queries/readiness";
import { askedOfListing, askedOfRole, type AskedSkill } from "@/lib/readiness/asked";
import { findRole } from "@/lib/roles/roles";

export type Asking = {
  kind: "role" | "listing";
  title: string;
  /** Who offers the listing, or what the role is. */
  about: string;
  /** Its own page. */
  href: string;
  closed: boolean;
  asked: AskedSkill[];
};

/** The role or listing of this slug, with what it asks; a role comes first. */
export const findAsking = cache(async (slug: string): Promise<Asking | null> => {
  const role = findRole(slug);
  if (role) return { kind: "role", title: role.name, about: role.summary, href: `/roles/${slug}`, closed: false, asked: askedOfRole(role) };
  const listing = await findAskedOfListing(slug);
  if (!listing) return null;
  const { title, company, asks, closed } = listing;
  return { kind: "listing", title, about: company, href: `/jobs/${slug}`, closed, asked: askedOfListing(asks, findRole(listing.role ?? "")) };
});
