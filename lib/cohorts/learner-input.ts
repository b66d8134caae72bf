import { z } from "zod";
import { findItem } from "@/lib/roadmap/catalog";

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const lines = (most: number, empty: string) =>
  z
    .string()
    .transform((value) => value.replace(/\r\n?/g, "\n").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(most, `Write at most ${most.toLocaleString("en-IN")} characters. What you typed is kept.`)
        .refine((value) => value.isWellFormed() && !UNPRINTABLE.test(value), "Write it without control characters."),
    );

function isListed(slug: string): boolean {
  const place = findItem(slug);
  return place !== null && !place.item.retired;
}

const learner = z.uuid();

/** `id` is that of the form: the same note sent twice is one note. */
export const noteInput = z.strictObject({ learner, id: z.uuid(), body: lines(4_000, "Write the note first.") });

export const waiverInput = z.strictObject({
  learner,
  item: z.string().refine(isListed, "Choose an item of the roadmap."),
  state: z.enum(["not-needed", "known"], "Choose one of the two."),
  reason: lines(500, "Write why, so that the other instructors know it too."),
});

/** One note or waiver of a learner. */
export const oneInput = z.strictObject({ learner, id: z.uuid() });
