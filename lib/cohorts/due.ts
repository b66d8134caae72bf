import { addDays, type Day } from "@/lib/calendar/days";

type Pace = { startsOn: Day; endsOn: Day; hoursPerWeek: number };
type StepHours = { slug: string; hours: number };

/** A day per step from the hours of the steps, one after the other. A step that would end after the last day gets none. */
export function offerDueDates({ startsOn, endsOn, hoursPerWeek }: Pace, steps: readonly StepHours[]): Record<string, Day> {
  const offered: Record<string, Day> = {};
  let hours = 0;
  for (const step of steps) {
    hours += step.hours;
    const day = addDays(startsOn, Math.max(0, Math.ceil((hours / hoursPerWeek) * 7) - 1));
    if (day > endsOn) break;
    offered[step.slug] = day;
  }
  return offered;
}

type Due = { slug: string; title: string; dueOn: Day | null };

/** What is wrong with the days of the steps, by step: a day outside the cohort, or before that of an earlier step. */
export function findDueProblems({ startsOn, endsOn }: Omit<Pace, "hoursPerWeek">, steps: readonly Due[], say: (day: Day) => string): Record<string, string> {
  const problems: Record<string, string> = {};
  let earlier: Due | null = null;
  for (const step of steps) {
    if (step.dueOn === null) continue;
    if (step.dueOn < startsOn || step.dueOn > endsOn) {
      problems[step.slug] = `Choose a day of the cohort, from ${say(startsOn)} to ${say(endsOn)}, or none.`;
    } else if (earlier?.dueOn && step.dueOn < earlier.dueOn) {
      problems[step.slug] = `${earlier.title} comes first and is due on ${say(earlier.dueOn)}. Choose that day or a later one.`;
    } else {
      earlier = step;
    }
  }
  return problems;
}
