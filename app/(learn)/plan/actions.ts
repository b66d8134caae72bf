"use server";

import { refresh } from "next/cache";
import { hashToken } from "@/db/queries/accounts";
import { saveCalendar, savePlan } from "@/db/queries/plans";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { formOf, refusal } from "@/lib/form-input";
import { calendarPath, makeCalendarSecret } from "@/lib/plan/calendar";
import { planInput } from "@/lib/plan/input";

export async function setHours(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = planInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("The plan was not changed.", parsed.error);

  await savePlan(viewer.id, parsed.data.hoursPerWeek);
  refresh();
  return { ok: true, message: "The dates below follow these hours." };
}

/** Opens the calendar at a new address and closes the one before. The path is answered here and can be found nowhere afterwards. */
export async function openCalendar(): Promise<string | null> {
  const viewer = await requireViewer();
  const secret = makeCalendarSecret();
  const opened = await saveCalendar(viewer.id, hashToken(secret));
  refresh();
  return opened ? calendarPath(secret) : null;
}

/** Idempotent. Acts at once. */
export async function closeCalendar(): Promise<void> {
  const viewer = await requireViewer();
  await saveCalendar(viewer.id, null);
  refresh();
}
