import type { Metadata } from "next";
import { HowRolesAreTold } from "@/components/jobs/how-roles-are-told";
import { KeepSearch } from "@/components/jobs/keep-search";
import { SearchForm } from "@/components/jobs/search-form";
import { findLastRead, searchListings } from "@/db/queries/listings";
import { listProgress } from "@/db/queries/progress";
import { listSavedSearches } from "@/db/queries/saved-searches";
import { findViewer } from "@/lib/access/viewer";
import { pointsFrom, readinessBy } from "@/lib/jobs/readiness-by";
import { currencyOf, isNarrowed, listingQuery, listingsHref, readListingView, sayView } from "@/lib/jobs/search-view";
import { keepSearch } from "../actions";
import { Found } from "./_components/found";
import { NewInSaved } from "./_components/new-in-saved";

const PAGE = 20;

export async function generateMetadata({ searchParams }: PageProps<"/jobs">): Promise<Metadata> {
  const view = readListingView(await searchParams);
  const query = listingQuery(view, { sort: "newest" });
  return {
    title: isNarrowed(view) ? `Listings: ${sayView(view)}` : "Listings",
    description: "Open listings for back-end work in India and elsewhere, with the skills they ask for and the pay they state.",
    alternates: { canonical: listingsHref(view, { sort: "newest" }), types: { "application/rss+xml": `/jobs/feed.xml${query && `?${query}`}` } },
    robots: isNarrowed(view) || view.sort !== "newest" || view.after ? { index: false, follow: true } : undefined,
  };
}

export default async function JobsPage({ searchParams }: PageProps<"/jobs">) {
  const asked = readListingView(await searchParams);
  const viewer = await findViewer();
  const view = asked.sort === "readiness" && !viewer ? { ...asked, sort: "newest" as const, after: null } : asked;
  const readinessOf = viewer ? readinessBy(await listProgress(viewer.id)) : null;
  const [found, lastRead, searches] = await Promise.all([searchListings(view, { limit: PAGE, currency: currencyOf(view), pointsOf: readinessOf ? pointsFrom(readinessOf) : undefined }), findLastRead(), viewer ? listSavedSearches(viewer.id) : []]);
  const query = listingQuery(view, { sort: "newest" });

  return (
    <>
      <h1>Listings</h1>
      {viewer && <NewInSaved userId={viewer.id} />}
      <SearchForm view={view} signedIn={viewer !== null} />
      <Found view={view} found={found} lastRead={lastRead} readinessOf={readinessOf} />
      {viewer ? (
        <KeepSearch query={query} name={sayView(view)} saved={searches.find((search) => search.query === query) ?? null} keep={keepSearch} />
      ) : (
        <p>
          <a href={`/sign-in?next=${encodeURIComponent(listingsHref(asked))}`}>Sign in</a> to be told what is new, and to see your readiness for each listing.
        </p>
      )}
      <HowRolesAreTold />
      <p>
        <a href={`/jobs/feed.xml${query && `?${query}`}`}>This search as a feed (RSS)</a>
      </p>
    </>
  );
}
