import type { Application } from "@/db/queries/applications";
import { isWebAddress } from "@/lib/applications/input";

/** Whose job it is and where it stands. */
export function Whereabouts({ application: { company, url, listing } }: { application: Application }) {
  const web = url && isWebAddress(url) ? new URL(url) : null;
  return (
    <>
      <p className="lead">{company}</p>
      {listing?.closed && <p className="note">The listing is closed. Your application stays here as it is.</p>}
      {(listing ?? web) && (
        <p className="row">
          {listing && <a href={`/jobs/${listing.slug}`}>The listing</a>}
          {web && (
            <a href={web.href} rel="noopener noreferrer">
              {web.host}
            </a>
          )}
        </p>
      )}
    </>
  );
}
