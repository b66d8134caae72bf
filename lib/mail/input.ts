import { z } from "zod";
import { lines, uuid } from "@/lib/typed-text";

const body = lines(4_000).refine((value) => value !== "", "Write what you want to say.");

export const messageInput = z.strictObject({
  id: uuid,
  to: z.array(uuid).min(1, "Choose at least one learner.").max(5000),
  body,
});

export const announcementInput = z.strictObject({ id: uuid, body });

export const readInput = z.array(uuid).max(100);

const on = z.literal("on").nullable().transform(Boolean);

export const mailSettingsInput = z.strictObject({ weeklySummary: on, messageMail: on });
