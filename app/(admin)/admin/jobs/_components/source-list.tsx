import { FoldTable } from "@/components/reading/fold-table";
import type { ListedSource } from "@/db/queries/job-sources";
import { sayMoment } from "@/lib/calendar/now";
import { formats } from "@/lib/jobs/formats/formats";
import { INTERVAL_NAMES } from "@/lib/jobs/input";
import { OUTCOME_WORDS } from "@/lib/jobs/outcome-words";

const STATE_WORDS = { on: "on", paused: "paused", held: "held: look at it" } as const;

export function SourceList({ sources }: { sources: readonly ListedSource[] }) {
  return (
    <FoldTable
      caption={sources.length === 1 ? "One source" : `${sources.length} sources`}
      needs="much"
      columns={[{ name: "Source" }, { name: "Format" }, { name: "State" }, { name: "Last reading" }, { name: "Open listings", num: true }]}
      rows={sources.map((source) => ({
        key: source.id,
        cells: [
          <a key="name" href={`/admin/jobs/${source.id}`}>
            {source.name}
          </a>,
          formats[source.format]?.label ?? "By hand",
          source.address === null ? "filled by hand" : `${STATE_WORDS[source.state]}, read ${INTERVAL_NAMES[source.intervalMinutes] ?? `every ${source.intervalMinutes} minutes`}`,
          source.last ? (
            <span key="last">
              {OUTCOME_WORDS[source.last.outcome]}, {sayMoment(source.last.at)}
              {source.last.trouble && <small className="block text-soft">{source.last.trouble}</small>}
            </span>
          ) : (
            "none yet"
          ),
          source.open.toLocaleString("en-IN"),
        ],
      }))}
    />
  );
}
