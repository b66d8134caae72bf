import type { MetadataRoute } from "next";
import { languages } from "@/lib/languages/languages";
import { itemPath, roadmap } from "@/lib/roadmap/catalog";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { places, aboutPlaces } from "@/components/reading/places";
import { absolute } from "@/lib/site/absolute";

// Answered at run time: the address may be another one than the build's.
export const dynamic = "force-dynamic";

export default function sitemap(): MetadataRoute.Sitemap {
  const paths = [
    "/",
    "/roadmap",
    ...roadmap.steps.flatMap((step) => [`/roadmap/${step.slug}`, ...step.items.map(itemPath)]),
    ...[...places, ...aboutPlaces].map(({ href }) => href),
    ...skills.map(({ slug }) => `/skills/${slug}`),
    ...languages.map(({ slug }) => `/languages/${slug}`),
    ...roles.map(({ slug }) => `/roles/${slug}`),
  ];
  return paths.map((path) => ({ url: absolute(path) }));
}
