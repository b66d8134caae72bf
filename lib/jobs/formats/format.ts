import type { ReadListings } from "@/lib/jobs/listing";

export type Context = {
  /** Used where the source does not name a company. */
  company: string;
  /** What was asked, null for an upload: makes relative links absolute. */
  address: string | null;
};

export type JobFormat = {
  /** What the admin reads: "Greenhouse". */
  label: string;
  /** How an address looks, as an example with a made-up company, null for uploads. */
  example: string | null;
  /** The address to fetch for what an admin typed (a board's public page or its API address), or null when it is none of this format. */
  addressOf?(typed: string): string | null;
  /**
   * `body` is what the address answered or what was uploaded, at most 5 MB (the caller sees to that).
   *
   * Where `more` names further addresses, each is read with the same format. A listing of a later answer replaces an earlier one with the
   * same externalId: the pages of a list come first without descriptions, then each listing whole.
   *
   * Throws UnreadableSource with a sentence for people when it is not this format at all.
   */
  read(body: string, context: Context): ReadListings;
};

/** The whole body cannot be read; the message is a sentence for an admin. */
export class UnreadableSource extends Error {
  override name = "UnreadableSource";
}
