import type { MetadataRoute } from "next";
import { countSitemaps } from "@/db/queries/listings";
import { absolute } from "@/lib/site/absolute";

// Answered at run time: the address may be another one than the build's.
export const dynamic = "force-dynamic";

export default async function robots(): Promise<MetadataRoute.Robots> {
  const more = Array.from({ length: (await countSitemaps()) - 1 }, (_, index) => `/sitemap/${index + 2}.xml`);
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/home", "/claim"] },
    sitemap: ["/sitemap.xml", ...more].map(absolute),
  };
}
