import { z } from "zod";
import type { ActionResult } from "@/lib/action-result";
import { signUpInput } from "@/lib/auth/input";
import { daysBetween, sayDate, type Day } from "@/lib/calendar/days";
import { roadmap } from "@/lib/roadmap/catalog";
import { findDueProblems } from "./due";

const CONTROL_OR_BIDI = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const line = (length: number, empty: string) =>
  z
    .string()
    .transform((value) => value.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(length, `Write at most ${length} characters.`)
        .refine((value) => value.isWellFormed() && !CONTROL_OR_BIDI.test(value), "Write it without control characters."),
    );

const day = z.iso.date("Choose a day.").refine((value) => value >= "2000-01-01" && value < "2100-01-01", "Choose a day of this century.");

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, `Write a whole number from ${least} to ${most.toLocaleString("en-IN")}.`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `Write a whole number from ${least} to ${most.toLocaleString("en-IN")}.`);

const ticked = z.enum(["on"]).optional().transform(Boolean);

const uuid = z.uuid();

/** Whether it may be asked for: the address of a page holds what anybody wrote there. */
export function isId(value: unknown): value is string {
  return uuid.safeParse(value).success;
}

/** The name of the field in which the day of a step is chosen. */
export const dueField = (stepSlug: string) => `due.${stepSlug}`;

const dueFields = Object.fromEntries(
  roadmap.steps.map(({ slug }) => [dueField(slug), z.union([z.literal("").transform(() => null), day]).default(null)] as const),
);

const sayFully = (value: Day) => sayDate(value, { today: "0000" });

export const cohortInput = z
  .strictObject({
    name: line(120, "Write a name that learners will know the cohort by."),
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
  group: z.union([z.string().regex(/^\s*$/).transform(() => null), line(60, "")]),
});

export const moveInput = z.strictObject({ person: uuid, to: z.string().min(1, "Choose a cohort.").max(100) });

export const joinInput = z.strictObject({ code: z.string().max(100), under18: ticked });

/** The fields of a form without the one that says which cohort it is about. */
export function fieldsOf(form: FormData): Record<string, FormDataEntryValue> {
  return Object.fromEntries([...form].filter(([name]) => name !== "cohort"));
}

/** What was wrong, each beside its field. */
export function refusal(message: string, error: z.core.$ZodError): ActionResult {
  return { ok: false, message, fieldErrors: Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message] as const).reverse()) };
}

/** An archived cohort can be read and left, and nothing else. */
export const ARCHIVED: ActionResult = { ok: false, message: "The cohort is archived. Bring it back in its settings before you change it." };

/** What stands in the address of a cohort, made from its name. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  return plain === "" || plain === "new" ? "cohort" : plain;
}
