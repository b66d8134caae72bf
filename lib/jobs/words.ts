import type { SkillSlug } from "@/lib/skills/skills";

// Read by db/schema too: nothing is imported but types.

/** What a source may be made of; one file of lib/jobs/formats each. */
export const FORMATS = [
  "greenhouse",
  "lever",
  "ashby",
  "workable",
  "smartrecruiters",
  "recruitee",
  "personio",
  "teamtailor",
  "pinpoint",
  "solidjobs",
  "rss",
  "json-ld",
  "csv",
  "json",
  "by-hand",
] as const;
export type Format = (typeof FORMATS)[number];

export const EMPLOYMENTS = ["full-time", "part-time", "contract", "temporary", "internship"] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

export const LISTING_LEVELS = ["entry", "mid", "senior"] as const;
export type ListingLevel = (typeof LISTING_LEVELS)[number];

export const PERIODS = ["hour", "day", "week", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** Pay as given. Whole units of the currency, ISO 4217. */
export type Pay = { from: number | null; to: number | null; currency: string; period: Period };

/** `country` is ISO 3166-1 alpha-2 in capitals; what is not known is null. `name` is the place as given. */
export type Place = { name: string; city: string | null; country: string | null };

export const NEEDS = ["required", "preferred"] as const;
export type Need = (typeof NEEDS)[number];

/** A skill a listing asks for, and the words that say so, as they stand in its title or text. */
export type Ask = { skill: SkillSlug; need: Need; says: readonly string[] };

/** Where an application stands. */
export const STAGES = ["saved", "applied", "interview", "offer", "closed"] as const;
export type Stage = (typeof STAGES)[number];

/** How often a mail tells what is new in a saved search. */
export const NEWS_MAILS = ["never", "week", "day"] as const;
export type NewsMail = (typeof NEWS_MAILS)[number];

/** A piece of a description in the order of the text; whitespace is collapsed. */
export type Block = { kind: "heading" | "item" | "text"; text: string };
