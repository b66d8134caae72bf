import { PlainText } from "@/components/ui/plain-text";
import { ActionForm } from "@/components/ui/action-form";
import type { TaughtLearner } from "@/db/queries/cohorts";
import type { Waiver } from "@/db/queries/notes-and-waivers";
import { sayMoment } from "@/lib/calendar/now";
import { cellAt, sayCell, WAIVED_WORDS, type Cells } from "@/lib/cohorts/grid-cells";
import { titleOf } from "@/lib/cohorts/say-signal";
import { SOMEBODY } from "@/lib/evidence/words";
import { takeWaiverBack } from "../actions";
import { WaiverForm } from "./waiver-form";

type Props = { learner: TaughtLearner; waivers: readonly Waiver[]; cells: Cells };

/** The instructors' own record, beside the learner's states. */
export function Waivers({ learner, waivers, cells }: Props) {
  const standing = new Set(waivers.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ itemId }) => itemId));
  return (
    <section className="flow" aria-labelledby="waivers">
      <h2 id="waivers">Waivers</h2>
      <p className="text-soft">Your own record beside the learner’s. {learner.name} sees what stands, with its reason and your name. It changes nothing in what {learner.name} recorded, and a waived item counts as neither done nor open. What {learner.name} did counts as done.</p>
      <ul className="list">
        {waivers.map((waiver) => (
          <li key={waiver.id} className="flow">
            <p>
              <b>{titleOf(waiver.itemId)}</b>: {WAIVED_WORDS[waiver.state]}. The learner’s own state: {sayCell({ ...cellAt(cells, waiver.itemId), waived: null })}.
            </p>
            <PlainText text={waiver.reason} />
            <p className="text-sm text-soft">
              Given by {waiver.givenBy ?? SOMEBODY} on {sayMoment(waiver.givenAt)}.
              {waiver.withdrawnAt && ` Withdrawn by ${waiver.withdrawnBy ?? SOMEBODY} on ${sayMoment(waiver.withdrawnAt)}.`}
            </p>
            {waiver.withdrawnAt === null && !learner.cohort.archivedAt && (
              <ActionForm action={takeWaiverBack} className="no-print" button={<Withdraw title={titleOf(waiver.itemId)} />}>
                <LearnerFields learner={learner} id={waiver.id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {!learner.cohort.archivedAt && <WaiverForm learner={learner} standing={standing} />}
    </section>
  );
}

function Withdraw({ title }: { title: string }) {
  return (
    <button type="submit" className="btn" aria-label={`Withdraw the waiver of ${title}`}>
      Withdraw
    </button>
  );
}

/** Which learner a form is about, and which note or waiver. */
export function LearnerFields({ learner, id }: { learner: TaughtLearner; id?: string }) {
  return (
    <>
      <input type="hidden" name="cohort" value={learner.cohort.slug} />
      <input type="hidden" name="learner" value={learner.id} />
      {id && <input type="hidden" name="id" value={id} />}
    </>
  );
}
