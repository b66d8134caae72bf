import { z } from "zod";
import { addDays, type Day } from "@/lib/calendar/days";
import { isRule } from "./signal-key";

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Days of a snooze; 0: settled until the facts change. */
export const SNOOZES = [3, 7, 14, 0] as const;

export const settleInput = z.strictObject({
  cohort: z.string().max(200),
  learner: z.uuid(),
  rule: z.string().refine(isRule),
  item: z.string().max(200),
  facts: z.string().max(200),
  days: z.enum(SNOOZES.map(String) as [string, ...string[]]).transform(Number),
  note: z
    .string()
    .transform((note) => note.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, "Write what you know or did, so that the others of the cohort know it too.")
        .max(1_000, "Write at most 1,000 characters. What you typed is kept.")
        .refine((note) => note.isWellFormed() && !UNPRINTABLE.test(note), "Write the note without control characters."),
    ),
});

export const reopenInput = settleInput.pick({ cohort: true, learner: true, rule: true, item: true });

/** The day from which a snoozed signal is shown again; null for a settled one. */
export function snoozedUntil(days: number, today: Day): Day | null {
  return days === 0 ? null : addDays(today, days);
}
