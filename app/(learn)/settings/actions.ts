"use server";

import { refresh } from "next/cache";
import { saveUnder18 } from "@/db/queries/age";
import { saveMailWishes } from "@/db/queries/outbox";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf } from "@/lib/form-input";
import { mailSettingsInput } from "@/lib/mail/input";
import { ageInput } from "@/lib/privacy/input";

export async function setMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = mailSettingsInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "The settings were not changed." };

  await saveMailWishes(viewer.id, parsed.data);
  refresh();
  return { ok: true, message: "Saved." };
}

/** Either way, as often as the person likes. */
export async function setAge(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = ageInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "Nothing was changed. Choose one of the two, or leave it." };

  await saveUnder18(viewer.id, parsed.data.age === "under-18");
  refresh();
  return { ok: true, message: "Saved." };
}
