import { ListingCard } from "@/components/jobs/listing-card";
import { sayAgo } from "@/components/jobs/listing-words";
import { ReadinessShare } from "@/components/jobs/readiness-share";
import { Opened } from "@/components/ui/opened";
import { MOST_COUNTED } from "@/db/queries/listing-order";
import { MOST_MEASURED, type Asking, type FoundListings } from "@/db/queries/listings";
import { daysBetween } from "@/lib/calendar/days";
import { sayMoment, today } from "@/lib/calendar/now";
import type { Points } from "@/lib/jobs/readiness-by";
import { CURRENCIES, currencyOf, isNarrowed, listingsHref, type ListingView } from "@/lib/jobs/search-view";

type Props = {
  view: ListingView;
  found: FoundListings;
  lastRead: Date | null;
  /** Of the viewer; null when nobody is signed in. */
  readinessOf: ((asking: Asking) => Points | null) | null;
};

export function Found({ view, found, lastRead, readinessOf }: Props) {
  const { listings, next, count, alike } = found;
  const list = (
    <ul className="list">
      {listings.map((listing) => (
        <ListingCard
          key={listing.id}
          listing={listing}
          posted={sayAgo(daysBetween(today(listing.postedAt), today()), sayMoment(listing.postedAt))}
          readiness={readinessOf && <ReadinessShare readiness={readinessOf(listing)} />}
        />
      ))}
    </ul>
  );
  return (
    <>
      {/* One region for whatever is found: one that comes with its words is not read out. */}
      <div role="status" className={listings.length === 0 ? "note flow" : "text-soft"}>
        {listings.length === 0 ? (
          <NothingFound view={view} />
        ) : (
          <p>
            {sayCount(view, count, alike)}
            {!alike && lastRead && `, read on ${sayMoment(lastRead)}`}. {saySort(view, count)}
            {readinessOf && "Readiness counts the skills a listing asks for, by your evidence."}
          </p>
        )}
      </div>
      {listings.length > 0 && (view.after ? <Opened key={view.after.id}>{list}</Opened> : list)}
      {listings.length > 0 && (next ?? view.after) && (
        <p className="row">
          {next && (
            <a className="btn" href={listingsHref(view, { after: next })} rel="next">
              Next 20
            </a>
          )}
          {view.after && <a href={listingsHref(view)}>To the first page</a>}
        </p>
      )}
    </>
  );
}

function NothingFound({ view }: { view: ListingView }) {
  if (view.after) {
    return (
      <p>
        No more listings match. <a href={listingsHref(view)}>To the first page</a>
      </p>
    );
  }
  if (!isNarrowed(view) && view.sort !== "pay") return <p>There are no listings yet. They come from sources that the person who hosts Milepost adds.</p>;
  return (
    <>
      <p>No listing matches. Take away a filter, or be told when one comes.</p>
      <p>
        <a className="btn" href="/jobs">
          Show all listings
        </a>
      </p>
    </>
  );
}

function sayCount(view: ListingView, count: number | null, alike: boolean): string {
  if (alike) return `Nothing has the words “${view.q}”. ${count === 1 ? "This listing has a title or company that is spelled alike" : `These ${count} have a title or company that is spelled alike`}`;
  const what = isNarrowed(view) ? ["listing matches", "listings match"] : ["listing is open", "listings are open"];
  const stated = view.sort === "pay" ? ` and state pay in ${currencyOf(view)}` : "";
  return `${count === null ? `More than ${MOST_COUNTED.toLocaleString("en-IN")}` : count} ${count === 1 ? what[0] : what[1]}${stated}`;
}

function saySort(view: ListingView, count: number | null): string {
  if (view.sort === "pay") return `Pay is compared for a year, the middle of what is stated, in one currency only; choose ${CURRENCIES.filter((code) => code !== currencyOf(view)).join(", ")} under Pay for another. `;
  if (view.sort === "readiness" && (count === null || count > MOST_MEASURED)) return `Sorted are the newest ${MOST_MEASURED} of them. `;
  return "";
}
