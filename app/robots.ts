import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

// Answered at run time: the address may be another one than the build's.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/home", "/claim"] },
    sitemap: new URL("/sitemap.xml", env.APP_URL).href,
  };
}
