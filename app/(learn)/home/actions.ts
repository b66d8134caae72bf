"use server";

import { saveNoticeRead } from "@/db/queries/consents";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf } from "@/lib/form-input";
import { noticeInput } from "@/lib/privacy/input";

export async function readNotice(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = noticeInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "This page is older than the words on privacy. Load it again and read them once more." };

  await saveNoticeRead(viewer.id, parsed.data);
  return { ok: true };
}
