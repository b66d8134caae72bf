"use server";

import { saveCheckByCode } from "@/db/queries/mail-codes";
import type { ActionResult } from "@/lib/action-result";
import { readMailCode } from "@/lib/auth/mail-code";
import { formOf } from "@/lib/form-input";

/** Whoever holds the code has the mailbox: there is no viewer to require. */
export async function confirmAddress(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const code = readMailCode(form.get("code"));
  if (!code || !(await saveCheckByCode(code))) return { ok: false, message: "This link does not work any more. Ask for another one under Settings." };
  return { ok: true, message: "Thank you: this address is yours." };
}
