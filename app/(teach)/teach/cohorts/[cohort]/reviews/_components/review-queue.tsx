import type { WaitingReview } from "@/db/queries/reviews";
import { sayWaiting } from "@/lib/evidence/words";
import { writeQueuePlace } from "@/lib/evidence/queue-place";
import { findItem } from "@/lib/roadmap/catalog";

/** What waits, oldest first. */
export function ReviewQueue({ cohort, rows, more }: { cohort: string; rows: readonly WaitingReview[]; more: boolean }) {
  const now = new Date();
  const last = rows.at(-1);
  const path = `/teach/cohorts/${cohort}/reviews`;
  return (
    <>
      <ol className="list">
        {rows.map(({ learnerId, learnerName, submissionId, itemId, version, handedInAt, claimedByName, claimedByViewer }) => (
          <li key={submissionId}>
            <a href={`${path}/${learnerId}/${submissionId}`}>
              {learnerName}: {findItem(itemId)?.item.title ?? itemId}
            </a>
            <p className="text-sm text-soft">
              {version > 1 && `Version ${version}. `}Waits for {sayWaiting(handedInAt, now)}.{" "}
              {claimedByViewer ? <b>You are looking at it.</b> : claimedByName && <b>{claimedByName} is looking at it.</b>}
            </p>
          </li>
        ))}
      </ol>
      {more && last && (
        <p>
          <a className="btn" rel="next" href={`${path}?after=${encodeURIComponent(writeQueuePlace(last))}`}>
            The next ones
          </a>
        </p>
      )}
    </>
  );
}
