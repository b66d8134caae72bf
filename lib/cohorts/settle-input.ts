import { z } from "zod";
import { addDays, type Day } from "@/lib/calendar/days";
import { isPlainLine, lines } from "@/lib/typed-text";
import { isRule } from "./signal-key";

/** Days of a snooze; 0: settled until the facts change. */
export const SNOOZES = [3, 7, 14, 0] as const;

export const settleInput = z.strictObject({
  cohort: z.string().max(200),
  learner: z.uuid(),
  rule: z.string().refine(isRule),
  item: z.string().max(200).refine(isPlainLine),
  facts: z.string().max(200).refine(isPlainLine),
  days: z.enum(SNOOZES.map(String) as [string, ...string[]]).transform(Number),
  note: lines(1_000).refine((note) => note !== "", "Write what you know or did, so that the others of the cohort know it too."),
});

export const reopenInput = settleInput.pick({ cohort: true, learner: true, rule: true, item: true });

/** The day from which a snoozed signal is shown again; null for a settled one. */
export function snoozedUntil(days: number, today: Day): Day | null {
  return days === 0 ? null : addDays(today, days);
}
