import { createHash } from "node:crypto";
import { sayPayOf, sayPlaces } from "@/components/jobs/listing-words";
import { searchListings } from "@/db/queries/listings";
import { rssOf } from "@/lib/jobs/rss";
import { currencyOf, isNarrowed, listingQuery, listingsHref, readListingQuery, sayView } from "@/lib/jobs/search-view";
import { absolute } from "@/lib/site/absolute";

const MOST = 50;

/** The newest listings of a search, whatever its order and page. */
export async function GET(request: Request): Promise<Response> {
  const view = { ...readListingQuery(new URL(request.url).search), sort: "newest" as const, after: null };
  const { listings, alike } = await searchListings(view, { limit: MOST, currency: currencyOf(view) });
  const query = listingQuery(view);
  const body = rssOf({
    title: isNarrowed(view) ? `Milepost: ${sayView(view)}` : "Milepost: listings",
    says: `The newest ${MOST} listings of this search.`,
    address: absolute(listingsHref(view)),
    self: absolute(`/jobs/feed.xml${query && `?${query}`}`),
    // A feed tells what matches; what is only spelled alike would come and go.
    items: (alike ? [] : listings).map((listing) => ({
      title: `${listing.title}, ${listing.company}${listing.sample ? " (sample)" : ""}`,
      address: absolute(`/jobs/${listing.slug}`),
      says: `${listing.company} · ${sayPlaces(listing)} · ${sayPayOf(listing)}`,
      postedAt: listing.postedAt,
    })),
  });
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { "Content-Type": "application/rss+xml; charset=utf-8", "Cache-Control": "public, max-age=900", ETag: etag, "X-Robots-Tag": "noindex" };
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
