"use server";

import { saveMessagesRead } from "@/db/queries/messages";
import { requireViewer } from "@/lib/access/viewer";
import { dataOf } from "@/lib/form-input";
import { readInput } from "@/lib/mail/input";

/** Sent by the page that shows them. Marks only the viewer's own, and does not redraw the page: what was new stays marked on it. */
export async function markMessagesRead(ids: string[]): Promise<void> {
  const viewer = await requireViewer();
  const parsed = readInput.safeParse(dataOf(ids));
  if (parsed.success) await saveMessagesRead(viewer.id, parsed.data);
}
