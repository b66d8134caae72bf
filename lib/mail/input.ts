import { z } from "zod";
import { lines, ticked, uuid } from "@/lib/typed-text";

const body = lines(4_000).refine((value) => value !== "", "Write what you want to say.");

export const messageInput = z.strictObject({
  id: uuid,
  to: z.array(uuid).min(1, "Choose at least one learner.").max(5000),
  body,
});

export const announcementInput = z.strictObject({ id: uuid, body });

export const readInput = z.array(uuid).max(100);

export const mailSettingsInput = z.strictObject({ asked: z.literal("mail"), weeklySummary: ticked, messageMail: ticked });
