import type { PeerRow } from "@/db/queries/confirmations";
import { sayWaiting } from "@/lib/evidence/words";
import { findItem } from "@/lib/roadmap/catalog";

/** What learners of the same cohort handed in and a peer may confirm. */
export function PeerWorkList({ work }: { work: readonly PeerRow[] }) {
  if (work.length === 0) return null;
  const now = new Date();
  return (
    <section className="flow no-paper" aria-labelledby="peers">
      <h2 id="peers">Your cohort asks for your eyes</h2>
      <ul className="list">
        {work.map(({ submissionId, learnerName, itemId, handedInAt }) => (
          <li key={submissionId}>
            <a href={`/evidence/confirm/${submissionId}`}>
              {learnerName}: {findItem(itemId)?.item.title ?? itemId}
            </a>
            <p className="text-sm text-soft">Waits for {sayWaiting(handedInAt, now)}.</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
