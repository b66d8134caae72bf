import type { Readiness } from "@/lib/readiness/measure";
import { PartsTable } from "./parts-table";
import { Points } from "./points";
import { WayList, type WayListProps } from "./way-list";

type ReadinessOfListingProps = WayListProps & {
  /** Slug of the listing or role: its own page of readiness. */
  slug: string;
  readiness: Readiness;
};

/** Readiness beside a listing or role: the number with its parts, and the shortest way to one mark. */
export function ReadinessOfListing({ slug, readiness, ...way }: ReadinessOfListingProps) {
  const page = `/readiness/${slug}`;
  if (readiness.parts.length === 0) return <NothingAsked />;
  return (
    <section className="flow" aria-labelledby="readiness">
      <h2 id="readiness">Your readiness</h2>
      <Points readiness={readiness} />
      <PartsTable readiness={readiness} />
      <p className="text-sm text-soft">
        For each skill the item that counts most. <a href={`${page}#counted`}>How this is counted</a>
      </p>
      <h2>The shortest way to {way.way.mark}</h2>
      <WayList {...way} />
      <p>
        <a href={page}>Other marks, and what each item would add</a>
      </p>
    </section>
  );
}

/** A listing in which no skill was found has no number. */
export function NothingAsked() {
  return (
    <section className="flow" aria-labelledby="readiness">
      <h2 id="readiness">Your readiness</h2>
      <p className="prose">None of the skills we know was found in the words of this listing, so there is nothing to count.</p>
    </section>
  );
}
