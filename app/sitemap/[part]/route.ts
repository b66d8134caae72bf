import { listOpenForSitemap } from "@/db/queries/listings";
import { absolute } from "@/lib/site/absolute";

/** Listings for which /sitemap.xml has no room, in parts from the second on; /robots.txt names those that are there. */
export async function GET(_request: Request, { params }: RouteContext<"/sitemap/[part]">): Promise<Response> {
  const part = Number(/^([2-9]|[1-9]\d{1,2})\.xml$/.exec((await params).part)?.[1] ?? 0);
  const listings = part === 0 ? [] : await listOpenForSitemap(part);
  if (listings.length === 0) return new Response(null, { status: 404 });
  // A slug has only letters, digits and dashes.
  const urls = listings.map(({ slug, changedAt }) => `<url><loc>${absolute(`/jobs/${slug}`)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>\n`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("")}</urlset>\n`;
  return new Response(body, { headers: { "Content-Type": "application/xml" } });
}
