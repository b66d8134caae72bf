import type { MetadataRoute } from "next";
import { absolute } from "@/lib/site/absolute";

// Answered at run time: the address may be another one than the build's.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/home", "/claim"] },
    sitemap: absolute("/sitemap.xml"),
  };
}
