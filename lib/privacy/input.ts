import { z } from "zod";

/** Erasing is agreed to, not only clicked. */
export const eraseInput = z.strictObject({ sure: z.literal("on") });
