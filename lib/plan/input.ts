import { z } from "zod";

const HOURS = "Write a whole number of hours from 1 to 80.";

export const planInput = z.strictObject({
  hoursPerWeek: z.string(HOURS).trim().regex(/^\d{1,2}$/, HOURS).transform(Number).refine((hours) => hours >= 1 && hours <= 80, HOURS),
});
