import { z } from "zod";
import { LOCALES, PRIVACY_VERSION } from "./words";

/** Erasing is agreed to, not only clicked. */
export const eraseInput = z.strictObject({ sure: z.literal("on") });

/** Only of the words that stand there now. */
export const noticeInput = z.strictObject({ version: z.literal(PRIVACY_VERSION), locale: z.enum(LOCALES) });

/** No answer is one too. */
export const ageInput = z.strictObject({ age: z.enum(["under-18", "18"]) });
