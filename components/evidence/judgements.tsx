import { PlainText } from "@/components/ui/plain-text";
import { sayMoment } from "@/lib/calendar/now";
import { sayMet } from "@/lib/evidence/rubric";
import { SOMEBODY, VERDICT_WORDS } from "@/lib/evidence/words";

export type SaidOf = {
  id: string;
  verdict: "accepted" | "returned" | "confirmed";
  comment: string;
  rubric: readonly { text: string; met: boolean }[] | null;
  reviewerName: string | null;
  reviewedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

/** Who judged a version, when, and what they said. */
export function Judgements({ said }: { said: readonly SaidOf[] }) {
  return said.map(({ id, verdict, comment, rubric, reviewerName, reviewedAt, withdrawnAt, withdrawnReason }) => (
    <div key={id} className="said-of flow">
      <p>
        <b>{reviewerName ?? SOMEBODY}</b> {VERDICT_WORDS[verdict]} on {sayMoment(reviewedAt)}
        {withdrawnAt ? `, and took that back on ${sayMoment(withdrawnAt)}.` : "."}
      </p>
      {rubric && (
        <ul className="bullets" aria-label={`The rubric, ${sayMet(rubric)} met`}>
          {rubric.map(({ text, met }) => (
            <li key={text}>
              <b>{met ? "Met" : "Not met"}:</b> {text}
            </li>
          ))}
        </ul>
      )}
      {comment && <PlainText text={comment} />}
      {withdrawnReason && <PlainText text={`Taken back: ${withdrawnReason}`} />}
    </div>
  ));
}
