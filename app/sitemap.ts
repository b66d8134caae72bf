import type { MetadataRoute } from "next";
import { listOpenForSitemap } from "@/db/queries/listings";
import { languages } from "@/lib/languages/languages";
import { itemPath, roadmap } from "@/lib/roadmap/catalog";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { places, aboutPlaces } from "@/components/reading/places";
import { absolute } from "@/lib/site/absolute";

// Answered at run time: the address may be another one than the build's.
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const paths = [
    "/",
    "/roadmap",
    "/jobs",
    ...roadmap.steps.flatMap((step) => [`/roadmap/${step.slug}`, ...step.items.map(itemPath)]),
    ...[...places, ...aboutPlaces].map(({ href }) => href),
    ...skills.map(({ slug }) => `/skills/${slug}`),
    ...languages.map(({ slug }) => `/languages/${slug}`),
    ...roles.map(({ slug }) => `/roles/${slug}`),
  ];
  const listings = await listOpenForSitemap();
  return [
    ...paths.map((path) => ({ url: absolute(path) })),
    ...listings.map(({ slug, changedAt }) => ({ url: absolute(`/jobs/${slug}`), lastModified: changedAt })),
  ];
}
