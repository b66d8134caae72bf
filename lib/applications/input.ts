import { z } from "zod";
import { day } from "@/lib/calendar/date-input";
import { STAGES } from "@/lib/jobs/words";
import { isPlainLine, line, lines, named, ticked, tooLong, uuid } from "@/lib/typed-text";

const none = z.string().regex(/^\s*$/).transform(() => null);

/** Whether it can be linked: http and https only. */
export function isWebAddress(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? "");
}

const url = z
  .string()
  .trim()
  .max(2_000, tooLong(2_000))
  .refine((value) => isWebAddress(value) && !/\s/.test(value) && isPlainLine(value), "An address begins with https:// or http://, like https://example.org/jobs/12. What you typed is kept.");

const stage = z.enum(STAGES, "Choose a stage.");

const fields = {
  title: named(300, "Write what the job is called."),
  company: named(200, "Write whose job it is."),
  url: z.union([none, url]),
  appliedOn: z.union([none, day]),
  contact: lines(1_000),
  nextAction: line(300),
  nextOn: z.union([none, day]),
  notes: lines(10_000),
};

const NO_ACTION = { error: "Write what is to be done on that day, or take the day away.", path: ["nextAction"] };
const hasAction = ({ nextAction, nextOn }: { nextAction: string; nextOn: string | null }) => nextOn === null || nextAction !== "";

export const newApplicationInput = z.strictObject({ id: uuid, stage, ...fields }).refine(hasAction, NO_ACTION);

/** `drawn`: see components/ui/as-drawn.tsx. A page of before said nothing of it. */
export const applicationInput = z.strictObject({ id: uuid, drawn: z.string().max(200).optional(), ...fields }).refine(hasAction, NO_ACTION);

export const saveInput = z.strictObject({ listingId: uuid });

export const stageInput = z.strictObject({ id: uuid, stage });

/** The next action that a button is about, in one field: it is done only if it is still the same. */
export function doneField({ id, nextOn, nextAction }: { id: string; nextOn: string; nextAction: string }): string {
  return `${id} ${nextOn} ${nextAction}`;
}

const DONE = /^(\S+) (\S+) (.+)$/s;

export const doneInput = z.strictObject({
  done: z
    .string()
    .max(2_000)
    .transform((value) => {
      const [, id, nextOn, nextAction] = DONE.exec(value) ?? [];
      return { id, nextOn, nextAction };
    })
    .pipe(z.object({ id: uuid, nextOn: day, nextAction: z.string() })),
});

export const removeInput = z.strictObject({ id: uuid });

export const shareInput = z.strictObject({ asked: z.literal("counts"), shared: ticked });
