"use client";

import { useFieldError } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";

/** Which lines of the rubric are met. */
export function Rubric({ rubric }: { rubric: readonly string[] }) {
  const wrong = useFieldError("met");
  if (rubric.length === 0) return null;
  return (
    <fieldset className="rubric" aria-describedby={wrong ? "rubric-hint rubric-error" : "rubric-hint"}>
      <legend>Rubric</legend>
      <p id="rubric-hint" className="text-sm text-soft">
        Tick what is met. The learner sees each line with your verdict.
      </p>
      {rubric.map((text) => (
        <label key={text}>
          <input type="checkbox" name="met" value={text} />
          {text}
        </label>
      ))}
      {wrong && (
        <p className="error" id="rubric-error">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
    </fieldset>
  );
}
