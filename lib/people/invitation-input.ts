import { z } from "zod";
import { addressInput } from "@/lib/auth/input";
import { uuid } from "@/lib/typed-text";

const days = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, "Write a whole number from 1 to 60.")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 60, "Write a whole number from 1 to 60.");

export const instructorLinkInput = z.strictObject({ days });

export const instructorMailInput = z.strictObject({ email: addressInput.shape.email, days });

export const instructorInvitationInput = z.strictObject({ invitation: uuid });
