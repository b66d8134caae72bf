"use server";

import { saveCheckByCode } from "@/db/queries/mail-codes";
import type { ActionResult } from "@/lib/action-result";
import { readMailCode } from "@/lib/auth/mail-code";

/** Whoever holds the code has the mailbox: there is no viewer to require. */
export async function confirmAddress(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const code = readMailCode(form.get("code"));
  if (!code || !(await saveCheckByCode(code))) return { ok: false, message: "This link does not work any more. Ask for another one under Settings." };
  return { ok: true, message: "Thank you: this address is yours." };
}
