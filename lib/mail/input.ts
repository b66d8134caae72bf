import { z } from "zod";

/** Control characters without line feed, and what turns the direction of text around. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const MOST_CHARACTERS = 4000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuid = z.string().regex(UUID);

export function readUuid(value: unknown): string | null {
  return typeof value === "string" && UUID.test(value) ? value : null;
}

/** Browsers send each line's end as two characters, and a tab is a space. */
const body = z
  .string()
  .transform((value) => value.replaceAll("\r\n", "\n").replaceAll("\t", " ").trim().normalize("NFC"))
  .pipe(
    z
      .string()
      .min(1, "Write what you want to say.")
      .refine((value) => Array.from(value).length <= MOST_CHARACTERS, "Write at most 4,000 characters. What you typed is kept.")
      .refine((value) => value.isWellFormed() && !UNSEEN.test(value), "Take away the control characters that cannot be seen. What you typed is kept."),
  );

export const messageInput = z.strictObject({
  id: uuid,
  to: z.array(uuid).min(1, "Choose at least one learner.").max(5000),
  body,
});

export const announcementInput = z.strictObject({ id: uuid, body });

export const readInput = z.array(uuid).max(100);

const on = z.literal("on").nullable().transform(Boolean);

export const mailSettingsInput = z.strictObject({ weeklySummary: on, messageMail: on });
