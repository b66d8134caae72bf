"use server";

import { refresh } from "next/cache";
import { findCredentials } from "@/db/queries/credentials";
import { addMailCode } from "@/db/queries/mail-codes";
import { endSessionOf } from "@/db/queries/sessions";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { sessionInput } from "@/lib/auth/input";
import { mayAskForMail } from "@/lib/auth/may-ask-for-mail";
import { fieldsOf, formOf } from "@/lib/form-input";

export async function signOutDevice(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = sessionInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "Nobody was signed out. Load the page again and try once more." };

  await endSessionOf(viewer.id, parsed.data.session);
  refresh();
  return { ok: true, message: "Signed out." };
}

export async function askForCheck(): Promise<ActionResult> {
  const viewer = await requireViewer();
  const address = await findCredentials(viewer.id);
  if (!address || address.checked) return { ok: true, message: "There is nothing to check any more." };

  const mayAsk = await mayAskForMail("check-address", address.email);
  if (mayAsk !== true) return { ok: false, message: "Enough mail was sent for now. Try again in an hour." };
  await addMailCode({ purpose: "check-address", detail: {} }, { address: address.email, userId: viewer.id });
  return { ok: true, message: "A link is on its way. It works for ten minutes." };
}
