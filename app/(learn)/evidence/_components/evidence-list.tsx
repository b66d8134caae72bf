import { ProofLevel } from "@/components/evidence/proof-level";
import type { EvidenceRow } from "@/db/queries/evidence";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY, STATE_WORDS, VERDICT_WORDS } from "@/lib/evidence/words";
import { findItem } from "@/lib/roadmap/catalog";

/** Every item of the learner's with evidence or proof. */
export function EvidenceList({ rows }: { rows: readonly EvidenceRow[] }) {
  if (rows.length === 0) {
    return (
      <div className="flow">
        <p>Nothing is here yet. Open an item of the roadmap that you have done, and choose “Add evidence” under “What proves it”.</p>
        <p>
          <a className="btn" href="/roadmap">
            Open the roadmap
          </a>
        </p>
      </div>
    );
  }
  return (
    <section className="flow" aria-labelledby="yours">
      <h2 id="yours">Yours, the last changed first</h2>
      <ul className="list">
        {rows.map(({ itemId, level, state, judged, changedAt }) => (
          <li key={itemId}>
            <a href={`/evidence/${itemId}`}>{findItem(itemId)?.item.title ?? itemId}</a>
            <ProofLevel level={level} />
            <p className="text-sm text-soft">
              {state ? `Newest version: ${STATE_WORDS[state]}` : "Recorded without evidence"}. {judged ? `${judged.name ?? SOMEBODY} ${VERDICT_WORDS[judged.verdict]} on ${sayMoment(judged.at)}.` : `Last changed on ${sayMoment(changedAt)}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
