import { z } from "zod";
import { EMPLOYMENTS, LISTING_LEVELS, PERIODS } from "./words";

const line = (most: number) => z.string().trim().min(1).max(most);
const address = z.url({ protocol: /^https?$/ }).max(2_000);

/**
 * What every format gives, whatever its source calls it. Nothing is guessed here: what the source does not say is null, and
 * lib/jobs/refine.ts finds level, role, country and skills from the words.
 */
export const givenListing = z.strictObject({
  externalId: line(300),
  title: line(300),
  company: line(200),
  /** As given, each once: "Pune, Maharashtra, India". */
  places: z.array(line(200)).max(50),
  /** ISO 3166-1 alpha-2, where the source states it. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(50),
  remote: z.boolean().nullable(),
  /** For where it is remote, in the words of the source. */
  remoteFor: line(200).nullable(),
  employment: z.enum(EMPLOYMENTS).nullable(),
  level: z.enum(LISTING_LEVELS).nullable(),
  pay: z
    .strictObject({
      from: z.int().positive().max(2_000_000_000).nullable(),
      to: z.int().positive().max(2_000_000_000).nullable(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      period: z.enum(PERIODS),
    })
    .nullable(),
  /** Null: the day on which it was first read. */
  postedAt: z.date().nullable(),
  validUntil: z.date().nullable(),
  /** HTML as the source gives it, not yet sanitised; text is escaped and parted into paragraphs by the format. At most 200,000 characters. */
  html: z.string().max(200_000),
  /** BCP 47, where the source states it. */
  language: z.string().max(35).nullable(),
  /** Where it stands, and where one applies; often the same. */
  url: address.nullable(),
  applyUrl: address.nullable(),
});

export type GivenListing = z.infer<typeof givenListing>;

/** A row of a source that cannot be used, and why, in words for an admin. */
export type BadRow = { where: string; why: string };

/** A further address of a source: a page of its list where `of` is null, else that one listing with its description. */
export type Further = { address: string; of: string | null };

export type ReadListings = {
  listings: GivenListing[];
  /** Left out: they would be listings, and cannot be used. */
  bad: BadRow[];
  /** Must be read too; empty for most formats. */
  more: Further[];
};
