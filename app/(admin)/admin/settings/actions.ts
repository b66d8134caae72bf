"use server";

import { refresh } from "next/cache";
import { saveSettings } from "@/db/queries/settings";
import { requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { settingsInput } from "@/lib/people/settings-input";

export async function saveInstallation(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin("/admin/settings");
  const parsed = settingsInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was saved yet. What you typed is kept.", parsed.error);

  await saveSettings(admin.id, parsed.data);
  refresh();
  return { ok: true, message: "Saved." };
}
