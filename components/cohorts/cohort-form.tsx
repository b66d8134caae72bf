import "./enrollment.css";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import type { FormAction } from "@/lib/action-result";
import type { Day } from "@/lib/calendar/days";
import { DueDays, type DueStep } from "./due-days";

type Props = {
  save: FormAction;
  button: string;
  /** Absent for a cohort that is not made yet. */
  slug?: string;
  fields: { name: string; startsOn: Day; endsOn: Day; hoursPerWeek: number };
  steps: DueStep[];
};

export function CohortForm({ save, button, slug, fields, steps }: Props) {
  return (
    <ActionForm action={save} button={button} done="Saved.">
      {slug !== undefined && <input type="hidden" name="cohort" value={slug} />}
      <Field id="name" label="Name" hint="As learners will know it" defaultValue={fields.name} maxLength={120} autoComplete="off" />
      <Field id="startsOn" label="First day" type="date" defaultValue={fields.startsOn} />
      <Field id="endsOn" label="Last day" type="date" defaultValue={fields.endsOn} />
      <Field id="hoursPerWeek" label="Hours per week" hint="What a learner is expected to find, from 1 to 80" inputMode="numeric" defaultValue={fields.hoursPerWeek} />
      <DueDays steps={steps} folded={slug !== undefined} />
    </ActionForm>
  );
}
