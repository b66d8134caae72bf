import { FoldTable } from "@/components/reading/fold-table";
import type { ListedSource } from "@/db/queries/job-sources";
import { sayMoment } from "@/lib/calendar/now";
import { OUTCOME_WORDS } from "@/lib/jobs/outcome-words";

export function LastReadings({ sources }: { sources: readonly ListedSource[] }) {
  return (
    <section className="flow" aria-labelledby="readings">
      <h2 id="readings">Last readings of sources</h2>
      {sources.length === 0 ? (
        <p>There is no source of listings yet.</p>
      ) : (
        <FoldTable
          caption="Each source with its last reading"
          needs="some"
          columns={[{ name: "Source" }, { name: "Last reading" }, { name: "What went wrong" }]}
          rows={sources.map(({ id, name, last }) => ({
            key: id,
            cells: [
              <a key="name" href={`/admin/jobs/${id}`}>
                {name}
              </a>,
              last ? `${OUTCOME_WORDS[last.outcome]}, ${sayMoment(last.at)}` : "none yet",
              last?.trouble ?? "nothing",
            ],
          }))}
        />
      )}
    </section>
  );
}
