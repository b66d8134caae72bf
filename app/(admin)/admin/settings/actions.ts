"use server";

import { refresh } from "next/cache";
import { findSettings, saveSettings, type Settings } from "@/db/queries/settings";
import { requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { drawnOf, settingsInput, SIGN_UP_WORDS } from "@/lib/people/settings-input";

export async function saveInstallation(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin("/admin/settings");
  const parsed = settingsInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was saved yet. What you typed is kept.", parsed.error);

  const { drawn, ...settings } = parsed.data;
  const was = await findSettings();
  if (drawn === undefined || [drawn, drawnOf(settings)].includes(drawnOf(was))) await saveSettings(admin.id, { ...settings, was });
  const there = await findSettings();
  if (drawnOf(there) !== drawnOf(settings)) return sayChanged(there, settings);
  refresh();
  return { ok: true, message: "Saved.", drawn: drawnOf(settings) };
}

function sayChanged(there: Settings, typed: Settings): ActionResult {
  const said = {
    ...(there.name !== typed.name && { name: there.name ? `Elsewhere it says: ${there.name}` : "Elsewhere it was left empty." }),
    ...(there.signUp !== typed.signUp && { signUp: `Elsewhere it says: ${SIGN_UP_WORDS[there.signUp]}` }),
    ...(there.addressDomains.join() !== typed.addressDomains.join() && { addressDomains: there.addressDomains.length > 0 ? `Elsewhere it says: ${there.addressDomains.join(", ")}` : "Elsewhere it was left empty." }),
  };
  const message = "The settings were changed elsewhere since you opened this page, so nothing was saved. What you typed is kept: look through the form, and save again.";
  return { ok: false, message, fieldErrors: said, drawn: drawnOf(there) };
}
