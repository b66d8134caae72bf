import { ActionForm } from "@/components/ui/action-form";
import { Choice, TextArea } from "@/components/ui/field";
import type { TaughtLearner } from "@/db/queries/cohorts";
import { roadmap } from "@/lib/roadmap/catalog";
import { waiveItem } from "../actions";
import { LearnerFields } from "./waivers";

/** Items with a standing waiver are not offered. */
export function WaiverForm({ learner, standing }: { learner: TaughtLearner; standing: ReadonlySet<string> }) {
  return (
    <details className="folded no-print">
      <summary>Waive an item</summary>
      <ActionForm action={waiveItem} button="Waive the item" done="Waived." empties>
        <LearnerFields learner={learner} />
        <Choice id="item" label="Item" defaultValue="">
          <option value="" disabled>
            Choose an item
          </option>
          {roadmap.steps.map((step) => (
            <optgroup key={step.slug} label={`${step.number}. ${step.title}`}>
              {step.items
                .filter(({ slug }) => !standing.has(slug))
                .map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
        <Choice id="state" label="Why it is waived" defaultValue="not-needed">
          <option value="not-needed">not needed: this learner need not do it</option>
          <option value="known">known: shown elsewhere that the learner can do it</option>
        </Choice>
        <TextArea id="reason" label="Reason" hint={`${learner.name} and the instructors of this cohort read it.`} rows={3} maxLength={500} />
      </ActionForm>
    </details>
  );
}
