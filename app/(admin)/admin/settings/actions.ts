"use server";

import { refresh } from "next/cache";
import { findSettings, saveSettings } from "@/db/queries/settings";
import { requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { drawnOf, settingsInput } from "@/lib/people/settings-input";

export async function saveInstallation(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin("/admin/settings");
  const parsed = settingsInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was saved yet. What you typed is kept.", parsed.error);

  const { drawn, ...settings } = parsed.data;
  const was = drawnOf(await findSettings());
  if (drawn !== undefined && drawn !== was) {
    refresh();
    return { ok: false, drawn: was, message: "The settings were changed elsewhere since you opened this page, so nothing was saved. What you typed is kept: look through the form, and save again." };
  }
  await saveSettings(admin.id, settings);
  refresh();
  return { ok: true, message: "Saved.", drawn: drawnOf(settings) };
}
