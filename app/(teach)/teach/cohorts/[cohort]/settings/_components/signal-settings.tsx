import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import type { Thresholds } from "@/db/queries/cohorts";
import { saveSignals } from "../actions";

const RULES: { name: keyof Thresholds; label: string; rule: string }[] = [
  { name: "quietDays", label: "Days without activity", rule: "A learner with open items who has done nothing for so many days is listed." },
  { name: "slowTimes", label: "Times the hours of an item", rule: "An item in progress for more than so many times its hours, at the learner’s pace, is listed." },
  { name: "returnedDays", label: "Days since a submission was returned", rule: "A returned submission that is untouched for so many days is listed." },
  { name: "returnedTimes", label: "Times an item was returned", rule: "An item that was returned so many times or more is listed." },
  { name: "behindItems", label: "Items behind the plan", rule: "A learner who is more than so many items behind the plan is listed." },
  { name: "unstartedDays", label: "Days since joining", rule: "A learner who has not begun so many days after joining is listed." },
];

export function SignalSettings({ cohort }: { cohort: { slug: string; thresholds: Thresholds; consentRecorded: boolean } }) {
  return (
    <section className="flow" aria-labelledby="signals">
      <h2 id="signals">When a learner counts as stuck</h2>
      <p className="prose">Today and Stuck list nobody without a reason. These figures are the reasons.</p>
      <ActionForm action={saveSignals} button="Save the figures" done="Saved.">
        <input type="hidden" name="cohort" value={cohort.slug} />
        {RULES.map(({ name, label, rule }) => (
          <Field key={name} id={name} label={label} hint={rule} inputMode="numeric" autoComplete="off" defaultValue={cohort.thresholds[name]} />
        ))}
        <label className="agree">
          <input type="checkbox" name="consentRecorded" defaultChecked={cohort.consentRecorded} />
          <span>The consent of parents is on record for people under 18</span>
        </label>
        <p className="text-sm text-soft prose">Without it, whoever said that they are under 18 is left out of every list of who is stuck.</p>
      </ActionForm>
    </section>
  );
}
