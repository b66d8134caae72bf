"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { offerDueDates } from "@/lib/cohorts/due";
import type { Day } from "@/lib/calendar/days";

export type DueStep = { slug: string; field: string; number: number; title: string; hours: number; dueOn: Day };

/** A day for each step, which may stay empty. What the hours give is written in when it is asked for. */
export function DueDays({ steps, folded }: { steps: DueStep[]; folded: boolean }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState("");
  const errors = useContext(FormErrors);

  // A field in a closed box cannot be focused: the browser opens the box first.
  useEffect(() => {
    const wrong = steps.find(({ field }) => errors[field]);
    if (!wrong || !box.current || box.current.open) return;
    box.current.open = true;
    document.getElementById(wrong.field)?.focus();
  }, [errors, steps]);

  function offer() {
    const form = box.current?.closest("form");
    const read = (name: string) => {
      const field = form?.elements.namedItem(name);
      return field instanceof HTMLInputElement ? field : null;
    };
    const [startsOn, endsOn, hoursPerWeek] = [read("startsOn")?.value ?? "", read("endsOn")?.value ?? "", Number(read("hoursPerWeek")?.value)];
    if (!startsOn || !endsOn || !(hoursPerWeek >= 1 && hoursPerWeek <= 80)) {
      setSaid("Fill in the first day, the last day and the hours per week, and the dates can be worked out.");
      return;
    }
    const offered = offerDueDates({ startsOn, endsOn, hoursPerWeek }, steps);
    for (const step of steps) {
      const field = read(step.field);
      if (field) field.value = offered[step.slug] ?? "";
    }
    const fit = Object.keys(offered).length;
    setSaid(fit === steps.length ? `All ${fit} steps fit.` : `${fit} of ${steps.length} steps fit before the last day. The others are due on no day.`);
  }

  const due = steps.filter(({ dueOn }) => dueOn).length;
  return (
    <details ref={box} className="fold-open" open={!folded}>
      <summary>
        Due dates of the steps{folded && `: ${due} of ${steps.length} have one`}
      </summary>
      <div className="flow">
        <p className="text-sm text-soft prose">Worked out from the hours of the steps and the hours per week. Change them as you like; a step without a date is due on no day.</p>
        <p className="row">
          <button type="button" className="btn" onClick={offer}>
            Work the dates out
          </button>
          <span role="status">{said}</span>
        </p>
        <div className="due-days">
          {steps.map((step) => (
            <Field key={step.slug} id={step.field} label={`${step.number}. ${step.title}`} hint={`${step.hours} hours`} type="date" defaultValue={step.dueOn} />
          ))}
        </div>
      </div>
    </details>
  );
}
