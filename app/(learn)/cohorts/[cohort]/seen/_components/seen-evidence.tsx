import { MOST_LISTED, type ListedVersion } from "@/db/queries/evidence";
import { sayMoment } from "@/lib/calendar/now";
import { titleOf } from "@/lib/cohorts/say-signal";
import { KIND_WORDS, STATE_WORDS } from "@/lib/evidence/words";

export function SeenEvidence({ versions }: { versions: readonly ListedVersion[] }) {
  return (
    <section className="flow" aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {versions.length === 0 && <p className="text-soft">Nothing was handed in yet. Drafts are not seen.</p>}
      <ul className="list">
        {versions.map(({ id, itemId, version, kind, state, handedInAt }) => (
          <li key={id}>
            <a href={`/evidence/${itemId}`}>
              {titleOf(itemId)}, version {version}
            </a>
            <span className="block text-sm text-soft">
              {KIND_WORDS[kind]}, {handedInAt && `handed in on ${sayMoment(handedInAt)}, `}
              {STATE_WORDS[state]}; with its files and reviews
            </span>
          </li>
        ))}
      </ul>
      {versions.length === MOST_LISTED && <p className="text-soft">The newest {MOST_LISTED.toLocaleString("en-IN")} versions are listed.</p>}
    </section>
  );
}
