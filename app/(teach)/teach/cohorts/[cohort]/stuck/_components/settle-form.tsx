import { ActionForm } from "@/components/ui/action-form";
import { Choice, TextArea } from "@/components/ui/field";
import { Opened } from "@/components/ui/opened";
import { SNOOZES } from "@/lib/cohorts/settle-input";
import type { Signal } from "@/lib/cohorts/signals";
import { settleSignal } from "../actions";

const NAMES: Record<(typeof SNOOZES)[number], string> = { 3: "Snooze for 3 days", 7: "Snooze for 7 days", 14: "Snooze for 14 days", 0: "Settle until the facts change" };

export function SettleForm({ cohort, signal }: { cohort: { slug: string }; signal: Signal }) {
  return (
    <Opened role="group" className="note mt-3" aria-label="Snooze or settle">
      <ActionForm action={settleSignal} button="Save">
        <SignalFields cohort={cohort} signal={signal} />
        <input type="hidden" name="facts" value={signal.facts} />
        <Choice id="days" label="What to do with it">
          {SNOOZES.map((days) => (
            <option key={days} value={days}>
              {NAMES[days]}
            </option>
          ))}
        </Choice>
        <TextArea id="note" label="Note" hint="For the instructors of this cohort. It comes back by itself when the facts change." rows={3} maxLength={1_000} />
      </ActionForm>
    </Opened>
  );
}

/** Which signal a form is about. */
export function SignalFields({ cohort, signal }: { cohort: { slug: string }; signal: Pick<Signal, "learner" | "rule" | "itemId"> }) {
  return (
    <>
      <input type="hidden" name="cohort" value={cohort.slug} />
      <input type="hidden" name="learner" value={signal.learner.id} />
      <input type="hidden" name="rule" value={signal.rule} />
      <input type="hidden" name="item" value={signal.itemId ?? ""} />
    </>
  );
}
