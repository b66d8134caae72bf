import { FoldTable } from "@/components/reading/fold-table";
import type { Import } from "@/db/queries/job-sources";
import { sayMoment } from "@/lib/calendar/now";
import { OUTCOME_WORDS } from "@/lib/jobs/outcome-words";

export function Readings({ imports }: { imports: readonly Import[] }) {
  if (imports.length === 0) return <p className="lead">It has not been read yet.</p>;
  return (
    <FoldTable
      caption={imports.length === 50 ? "The last 50 readings" : "Readings"}
      needs="much"
      columns={[{ name: "When" }, { name: "Result" }, { name: "Listings", num: true }, { name: "New", num: true }, { name: "Changed", num: true }, { name: "Closed", num: true }, { name: "Back", num: true }]}
      rows={imports.map((reading) => ({
        key: reading.id,
        cells: [
          sayMoment(reading.beganAt),
          <span key="result">
            {OUTCOME_WORDS[reading.outcome]}
            {reading.trouble && <small className="block text-soft">{reading.trouble}</small>}
          </span>,
          ...[reading.found, reading.added, reading.changed, reading.closed, reading.reopened].map((count) => count ?? "–"),
        ],
      }))}
    />
  );
}
