import { ActionForm } from "@/components/ui/action-form";
import { openNext } from "../actions";

type Props = {
  cohort: string;
  words: string;
  /** The submission after which to go on; without it the oldest. */
  after?: { id: string; handedInAt: Date };
};

/** Leads to the next submission that nobody else is looking at, and takes it up. Alone on its page it has the access key n. */
export function NextReview({ cohort, words, after }: Props) {
  return (
    <ActionForm
      action={openNext}
      className="no-print"
      button={
        <button type="submit" className={after ? "btn low" : "btn go"} accessKey="n">
          {words}
        </button>
      }
    >
      <input type="hidden" name="cohort" value={cohort} />
      {after && <input type="hidden" name="submission" value={after.id} />}
      {after && <input type="hidden" name="handedInAt" value={after.handedInAt.toISOString()} />}
    </ActionForm>
  );
}
