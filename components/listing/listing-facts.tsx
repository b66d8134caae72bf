import { EMPLOYMENT_WORDS } from "@/components/jobs/listing-words";
import { LEVEL_WORDS } from "@/lib/jobs/search-view";
import type { Employment, ListingLevel } from "@/lib/jobs/words";
import { sayMoment } from "@/lib/calendar/now";
import { findRole } from "@/lib/roles/roles";
import { sayStatedPay, type StatedPay } from "./say";

type ListingFactsProps = {
  listing: StatedPay & { employment: Employment | null; level: ListingLevel | null; role: string | null; postedAt: Date; validUntil: Date | null; closed: boolean };
};

/** Pay, kind, level and dates, in sentences. */
export function ListingFacts({ listing }: ListingFactsProps) {
  const { employment, level, postedAt, validUntil, closed } = listing;
  const pay = sayStatedPay(listing);
  const kind = [employment && EMPLOYMENT_WORDS[employment], level && LEVEL_WORDS[level]].filter(Boolean).join(", ");
  const role = listing.role === null ? null : findRole(listing.role);
  return (
    <p className="prose">
      {pay ? (
        <>
          <b>{pay}</b>, as stated.{" "}
        </>
      ) : (
        "Pay is not stated. "
      )}
      {kind && `${kind.charAt(0).toUpperCase()}${kind.slice(1)}. `}
      {role && (
        <>
          Role: <a href={`/roles/${role.slug}`}>{role.name}</a>.{" "}
        </>
      )}
      Posted {sayMoment(postedAt)}
      {!closed && validUntil && `, open until ${sayMoment(validUntil)}`}.
    </p>
  );
}
