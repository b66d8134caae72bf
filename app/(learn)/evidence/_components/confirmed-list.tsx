import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import { PlainText } from "@/components/ui/plain-text";
import type { Confirmation } from "@/db/queries/confirmations";
import { sayMoment } from "@/lib/calendar/now";
import { findItem } from "@/lib/roadmap/catalog";
import { takeWordBack } from "../actions";

/** The viewer's own word on the work of others, which they can take back. */
export function ConfirmedList({ confirmed }: { confirmed: readonly Confirmation[] }) {
  if (confirmed.length === 0) return null;
  return (
    <section className="flow no-paper" aria-labelledby="confirmed">
      <h2 id="confirmed">You confirmed</h2>
      <ul className="list">
        {confirmed.map(({ learnerId, learnerName, submissionId, itemId, comment, confirmedAt }) => (
          <li key={submissionId} className="flow">
            <p>
              {learnerName}: {findItem(itemId)?.item.title ?? itemId}, on {sayMoment(confirmedAt)}.
            </p>
            {comment && <PlainText text={comment} />}
            <details className="folded">
              <summary>Take your word back</summary>
              <ActionForm action={takeWordBack} button="Take it back">
                <input type="hidden" name="learner" value={learnerId} />
                <input type="hidden" name="submission" value={submissionId} />
                <TextArea id={`reason-${submissionId}`} name="reason" label="Reason" hint={`${learnerName} and the instructors see it. The proof that rests on your word falls.`} />
              </ActionForm>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
