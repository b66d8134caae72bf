import { MOST_LISTED, type ListedVersion } from "@/db/queries/evidence";
import { sayMoment } from "@/lib/calendar/now";
import { titleOf } from "@/lib/cohorts/say-signal";
import { KIND_WORDS, STATE_WORDS } from "@/lib/evidence/words";

type Props = { versions: readonly ListedVersion[]; path: string };

/** What the learner handed in, newest first. */
export function EvidenceList({ versions, path }: Props) {
  return (
    <section className="flow" aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {versions.length === 0 && <p className="text-soft">Nothing was handed in yet.</p>}
      <ul className="list">
        {versions.map(({ id, itemId, version, kind, state, handedInAt }) => (
          <li key={id}>
            <a href={`${path}/${id}`}>
              {titleOf(itemId)}, version {version}
            </a>
            <span className="block text-sm text-soft">
              {KIND_WORDS[kind]}, {handedInAt && `handed in on ${sayMoment(handedInAt)}, `}
              {STATE_WORDS[state]}
            </span>
          </li>
        ))}
      </ul>
      {versions.length === MOST_LISTED && <p className="text-soft">The newest {MOST_LISTED.toLocaleString("en-IN")} versions are listed.</p>}
    </section>
  );
}
