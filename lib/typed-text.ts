import { z } from "zod";

/** Control characters, and what turns the direction of text around: nobody types them, and they hide what a text says. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const UNSEEN_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
export const UNSEEN_SAID = "Take away the control characters that cannot be seen. What you typed is kept.";

const count = new Intl.NumberFormat("en-IN");

export function tooLong(most: number): string {
  return `Write at most ${count.format(most)} characters. What you typed is kept.`;
}

/** Whether a line holds nothing that cannot be seen, and no half of a character. */
export function isPlainLine(value: string): boolean {
  return value.isWellFormed() && !UNSEEN.test(value);
}

/** What is left of a line when that is taken away: for text that nobody is asked to mend. */
export function withoutUnseen(value: string): string {
  return value.toWellFormed().replace(new RegExp(UNSEEN, "g"), "");
}

/** The same of several lines; a tab is not among what they may hold. */
export function isPlain(value: string): boolean {
  return value.isWellFormed() && !UNSEEN_BUT_LINES.test(value);
}

/** A character is one, whatever the number of units it is written with. */
const within = (most: number) => (value: string) => Array.from(value).length <= most;

/** One line as a person types it, trimmed and in NFC; may be empty. */
export const line = (most: number) =>
  z
    .string()
    .transform((value) => value.trim().normalize("NFC"))
    .pipe(z.string().refine(within(most), tooLong(most)).refine(isPlainLine, UNSEEN_SAID));

/** One line that must not be empty. */
export const named = (most: number, empty: string) => line(most).refine((value) => value !== "", empty);

/** Several lines. Browsers send each line's end as two characters, and a tab is a space. */
export const lines = (most: number) =>
  z
    .string()
    .transform((value) => value.replace(/\r\n?/g, "\n").replaceAll("\t", " ").trim().normalize("NFC"))
    .pipe(z.string().refine(within(most), tooLong(most)).refine(isPlain, UNSEEN_SAID));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const uuid = z.string().regex(UUID);

/** Whether it may be asked for: the address of a page holds what anybody wrote there. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** Whether there may be something of this name: a database knows no text with a NUL in it, and would fail. */
export function isSlug(value: unknown): value is string {
  return typeof value === "string" && value.length <= 100 && isPlainLine(value);
}

export function readUuid(value: unknown): string | null {
  return isUuid(value) ? value : null;
}

/** A box of a form: one without a tick is not sent. A form of boxes alone has a hidden field too, which tells a no from fields that were lost. */
export const ticked = z.literal("on").optional().transform(Boolean);
