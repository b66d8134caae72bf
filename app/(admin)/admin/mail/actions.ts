"use server";

import { refresh } from "next/cache";
import { dropWaitingMail, findWaitingMail } from "@/db/queries/outbox";
import { requireAdmin, requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { env } from "@/lib/env";
import { formOf } from "@/lib/form-input";
import { compose } from "@/lib/mail/compose";
import { readUuid } from "@/lib/typed-text";

/** Only where no mail server is set: a link is worth what the mailbox is worth, so where mail is sent nobody reads it here. */
export async function showMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin("/admin/mail");
  const id = readUuid(form.get("mail"));
  if (env.SMTP_URL) return { ok: false, message: "Mail is sent by the mail server, and is not shown here." };
  const waiting = id ? await findWaitingMail(id, admin.id) : null;
  const mail = waiting && (await compose(waiting));
  if (!mail) return { ok: false, message: "There is nothing to hand over any more: what it was about is done, or its address has no account." };
  return { ok: true, message: mail.text };
}

export async function dropMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireAdmin();
  const id = readUuid(form.get("mail"));
  if (!id) return { ok: false, message: "Nothing was taken off. Load the page again." };

  await dropWaitingMail(id, admin.id);
  refresh();
  return { ok: true, message: "Taken off." };
}
