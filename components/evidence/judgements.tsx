import { PlainText } from "@/components/ui/plain-text";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY, VERDICT_WORDS } from "@/lib/evidence/words";

export type SaidOf = {
  id: string;
  verdict: "accepted" | "returned" | "confirmed";
  comment: string;
  reviewerName: string | null;
  reviewedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

/** Who judged a version, when, and what they said. */
export function Judgements({ said }: { said: readonly SaidOf[] }) {
  return said.map(({ id, verdict, comment, reviewerName, reviewedAt, withdrawnAt, withdrawnReason }) => (
    <div key={id} className="said-of flow">
      <p>
        <b>{reviewerName ?? SOMEBODY}</b> {VERDICT_WORDS[verdict]} on {sayMoment(reviewedAt)}
        {withdrawnAt ? `, and took that back on ${sayMoment(withdrawnAt)}.` : "."}
      </p>
      {comment && <PlainText text={comment} />}
      {withdrawnReason && <PlainText text={`Taken back: ${withdrawnReason}`} />}
    </div>
  ));
}
