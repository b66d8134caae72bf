"use server";

import { refresh } from "next/cache";
import { endSessionOf } from "@/db/queries/sessions";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { sessionInput } from "@/lib/auth/input";
import { fieldsOf } from "@/lib/form-input";

export async function signOutDevice(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const viewer = await requireViewer();
  const parsed = sessionInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "Nobody was signed out. Load the page again and try once more." };

  await endSessionOf(viewer.id, parsed.data.session);
  refresh();
  return { ok: true, message: "Signed out." };
}
