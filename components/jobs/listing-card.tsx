import type { ReactNode } from "react";
import { sayPayOf, sayPlaces, type CardListing } from "./listing-words";

type Props = {
  listing: CardListing;
  /** When it was posted: "3 days ago". */
  posted: string;
  /** What the learner has of what it asks. */
  readiness?: ReactNode;
};

export function ListingCard({ listing, posted, readiness }: Props) {
  return (
    <li className="job">
      <div>
        <h2>
          <a href={`/jobs/${listing.slug}`}>{listing.title}</a>
        </h2>
        <ListingPlace listing={listing} />
        <p className="text-soft">
          {sayPayOf(listing)} · {posted}
        </p>
      </div>
      {readiness}
    </li>
  );
}

/** "Kaveri Payments sample · Pune, or remote in India". */
function ListingPlace({ listing }: { listing: Pick<CardListing, "company" | "sample" | "places" | "remote" | "remoteFor"> }) {
  return (
    <p>
      {listing.company} {listing.sample && <SampleTag />} · {sayPlaces(listing)}
    </p>
  );
}

/** Made up, for trying the application out. */
function SampleTag() {
  return <span className="tag">sample</span>;
}
