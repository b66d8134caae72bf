import { z } from "zod";
import { day } from "@/lib/calendar/date-input";
import { isPlainLine, line, lines, named, tooLong, UNSEEN_SAID } from "@/lib/typed-text";
import { formats } from "./formats/formats";
import { checkAddress } from "./public-address";
import { EMPLOYMENTS, FORMATS, LISTING_LEVELS, PERIODS } from "./words";

const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => null), schema]);

const INTERVALS = ["60", "360", "1440", "10080"] as const;
const interval = z.enum(INTERVALS, "Choose how often it is read.").transform(Number);

/** Minutes between two readings, with their names. */
export const INTERVAL_NAMES: Record<number, string> = { 60: "every hour", 360: "every six hours", 1440: "once a day", 10080: "once a week" };

export const sourceInput = z
  .strictObject({ name: named(120, "Write the name of the employer or board."), format: z.enum(FORMATS, "Choose a format."), address: line(2_000), interval })
  .transform(({ name, format, address, interval: intervalMinutes }, context) => {
    const reader = formats[format];
    if (!reader?.addressOf) {
      if (address !== "") context.addIssue({ code: "custom", path: ["address"], message: "Listings of this format are uploaded or typed in. Leave the address empty." });
      return { name, format, address: null, intervalMinutes };
    }
    const found = reader.addressOf(address);
    const trouble = found === null ? `Write an address such as ${reader.example}.` : checkAddress(found);
    if (trouble !== null) context.addIssue({ code: "custom", path: ["address"], message: trouble });
    return { name, format, address: found, intervalMinutes };
  });

export const sourceChangeInput = z.strictObject({ name: named(120, "Write the name of the employer or board."), interval });

export const sourceStateInput = z.strictObject({ state: z.enum(["on", "paused"]) });

const money = optional(z.string().trim().regex(/^[\d,\s]{1,14}$/, "Write a whole number, such as 6,00,000.").transform((value) => Number(value.replace(/\D/g, ""))).pipe(z.int().positive("Write a number above 0.").max(2_000_000_000, "Write a smaller number.")));

const address = z.string().trim().pipe(z.url({ protocol: /^https?$/, error: "Write an address that begins with https://" }).max(2_000, tooLong(2_000)).refine(isPlainLine, UNSEEN_SAID));

/** One listing, typed or pasted. Text is parted into paragraphs at empty lines. */
export const typedListingInput = z
  .strictObject({
    title: named(300, "Write the title of the job."),
    company: named(200, "Write the name of the employer."),
    places: line(2_000),
    remote: z.enum(["on"]).optional().transform(Boolean),
    employment: optional(z.enum(EMPLOYMENTS)),
    level: optional(z.enum(LISTING_LEVELS)),
    payFrom: money,
    payTo: money,
    currency: z.string().trim().toUpperCase().regex(/^[A-Z]{3}$/, "Write three letters, such as INR."),
    period: z.enum(PERIODS),
    validUntil: optional(day),
    text: lines(50_000).refine((value) => value !== "", "Paste what the employer wrote."),
    address,
  })
  .refine(({ payFrom, payTo }) => payFrom === null || payTo === null || payFrom <= payTo, { path: ["payTo"], message: "The highest pay is below the lowest." });

export type TypedListing = z.output<typeof typedListingInput>;
