import { z } from "zod";
import { findItem } from "@/lib/roadmap/catalog";
import { lines } from "@/lib/typed-text";

const written = (most: number, empty: string) => lines(most).refine((value) => value !== "", empty);

function isListed(slug: string): boolean {
  const place = findItem(slug);
  return place !== null && !place.item.retired;
}

const learner = z.uuid();

/** `id` is that of the form: the same note sent twice is one note. */
export const noteInput = z.strictObject({ learner, id: z.uuid(), body: written(4_000, "Write the note first.") });

export const waiverInput = z.strictObject({
  learner,
  item: z.string().refine(isListed, "Choose an item of the roadmap."),
  state: z.enum(["not-needed", "known"], "Choose one of the two."),
  reason: written(500, "Write why, so that the learner and the other instructors know it too."),
});

/** One note or waiver of a learner. */
export const oneInput = z.strictObject({ learner, id: z.uuid() });
