"use server";

import { refresh } from "next/cache";
import { saveMailWishes } from "@/db/queries/outbox";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { formOf } from "@/lib/form-input";
import { mailSettingsInput } from "@/lib/mail/input";

export async function setMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = mailSettingsInput.safeParse({ weeklySummary: form.get("weeklySummary"), messageMail: form.get("messageMail") });
  if (!parsed.success) return { ok: false, message: "The settings were not changed." };

  await saveMailWishes(viewer.id, parsed.data);
  refresh();
  return { ok: true, message: "Saved." };
}
