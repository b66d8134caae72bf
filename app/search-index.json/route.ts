import { buildSearchIndex } from "@/lib/search/build";

export const dynamic = "force-static";

// Next's own s-maxage of a year would let a shared cache keep an old index, and it sends no ETag to ask with. Addresses are permanent.
const headers = { "Content-Type": "application/json", "Cache-Control": "public, max-age=600, stale-while-revalidate=604800" };

/** What the browser searches in, made at build time. */
export function GET(): Response {
  return new Response(buildSearchIndex(), { headers });
}
