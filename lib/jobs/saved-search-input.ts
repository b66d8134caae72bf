import { z } from "zod";
import { moment } from "@/lib/calendar/date-input";
import { isNarrowed, listingQuery, readListingQuery } from "./search-view";
import { NEWS_MAILS } from "./words";

const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** A search as it is kept: by words and filters alone, in the one form of its address. */
const search = z
  .string()
  .max(2_000)
  .transform((query) => listingQuery(readListingQuery(query), { sort: "newest" }))
  .refine((query) => isNarrowed(readListingQuery(query)), "Choose a word or a filter first: a search for everything would always have something new.");

const mail = z.enum(NEWS_MAILS, "Choose how often.");

export const savedSearchInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Give the search a name.")
    .max(100, "Write at most 100 characters. What you typed is kept.")
    .refine((name) => name.isWellFormed() && !UNSEEN.test(name), "Take away the control characters that cannot be seen. What you typed is kept."),
  query: search,
  mail,
});

/** `until`: up to when the page showed all that was found. */
export const toldInput = z.strictObject({ id: z.uuid(), until: moment });

export const searchMailInput = z.strictObject({ id: z.uuid(), mail });

export const removeInput = z.strictObject({ id: z.uuid() });
