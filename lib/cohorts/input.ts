import { z } from "zod";
import { signUpInput } from "@/lib/auth/input";
import { day } from "@/lib/calendar/date-input";
import { daysBetween, sayDate, type Day } from "@/lib/calendar/days";
import { roadmap } from "@/lib/roadmap/catalog";
import { named, uuid } from "@/lib/typed-text";
import { findDueProblems } from "./due";

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, `Write a whole number from ${least} to ${most.toLocaleString("en-IN")}.`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `Write a whole number from ${least} to ${most.toLocaleString("en-IN")}.`);

const ticked = z.enum(["on"]).optional().transform(Boolean);

/** One of two answers, or none. */
const saidUnder18 = z.enum(["on", ""]).optional().transform((said) => said === "on");

/** The name of the field in which the day of a step is chosen. */
export const dueField = (stepSlug: string) => `due.${stepSlug}`;

const dueFields = Object.fromEntries(
  roadmap.steps.map(({ slug }) => [dueField(slug), z.union([z.literal("").transform(() => null), day]).default(null)] as const),
);

const sayFully = (value: Day) => sayDate(value, { today: "0000" });

export const cohortInput = z
  .strictObject({
    name: named(120, "Write a name that learners will know the cohort by."),
    startsOn: day,
    endsOn: day,
    hoursPerWeek: whole(1, 80),
    ...dueFields,
  })
  .transform((input, context) => {
    const { name, startsOn, endsOn, hoursPerWeek } = input;
    const chosen: Record<string, unknown> = input;
    const steps = roadmap.steps.map(({ slug, title }) => {
      const dueOn = chosen[dueField(slug)];
      return { slug, title, dueOn: typeof dueOn === "string" ? dueOn : null };
    });
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (endsOn < startsOn) refuse("endsOn", `The last day comes after the first, ${sayFully(startsOn)}.`);
    else if (daysBetween(startsOn, endsOn) > 1830) refuse("endsOn", "A cohort lasts at most five years.");
    else for (const [slug, message] of Object.entries(findDueProblems({ startsOn, endsOn }, steps, sayFully))) refuse(dueField(slug), message);
    const due = steps.flatMap(({ slug, dueOn }) => (dueOn === null ? [] : [{ stepSlug: slug, dueOn }]));
    return { name, startsOn, endsOn, hoursPerWeek, due };
  });

export const signalsInput = z.strictObject({
  quietDays: whole(1, 90),
  slowTimes: whole(2, 20),
  returnedDays: whole(1, 90),
  returnedTimes: whole(2, 20),
  behindItems: whole(1, 100),
  unstartedDays: whole(1, 90),
  consentRecorded: ticked,
});

const role = z.enum(["learner", "instructor"], "Choose one of the two.");

export const linkInput = z.strictObject({ role, usesAllowed: whole(1, 5_000), days: whole(1, 180) });

export const mailInput = z.strictObject({ role, email: signUpInput.shape.email, days: whole(1, 180) });

export const invitationInput = z.strictObject({ invitation: uuid });

export const addressInput = z.strictObject({ email: signUpInput.shape.email });

export const personInput = z.strictObject({ person: uuid });

export const groupInput = z.strictObject({
  person: uuid,
  group: z.union([z.string().regex(/^\s*$/).transform(() => null), named(60, "")]),
});

export const moveInput = z.strictObject({ person: uuid, to: z.string().min(1, "Choose a cohort.").max(100) });

export const joinInput = z.strictObject({ code: z.string().max(100), under18: saidUnder18 });

/** What stands in the address of a cohort, made from its name. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  return plain === "" || plain === "new" ? "cohort" : plain;
}
