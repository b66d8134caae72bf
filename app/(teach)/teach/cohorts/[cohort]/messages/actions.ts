"use server";

import { refresh } from "next/cache";
import { addAnnouncement, removeAnnouncement } from "@/db/queries/announcements";
import { saveMessages } from "@/db/queries/messages";
import { requireOpenCohort } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { formOf, refusal } from "@/lib/form-input";
import { announcementInput, messageInput } from "@/lib/mail/input";
import { readUuid } from "@/lib/typed-text";

const NOT_SENT = "The message was not sent.";

/** To whom of the chosen is enrolled now, and once, however often it is called with the same id. */
export async function sendMessage(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = messageInput.safeParse({ id: form.get("message"), to: [...new Set(form.getAll("to"))], body: form.get("body") });
  if (!parsed.success) return refusal(NOT_SENT, parsed.error);

  const { id, to, body } = parsed.data;
  const { learners, changed } = await saveMessages(cohort, { id, learnerIds: to, body });
  if (changed) return { ok: false, message: "A message from this form was sent already, in other words. Copy what you typed, load the page again and send it as another one." };
  if (learners === 0) return { ok: false, message: NOT_SENT, fieldErrors: { to: "Nobody you chose is enrolled now." } };
  refresh();
  const left = to.length - learners;
  return { ok: true, message: `Sent to ${counted(learners)}.${left > 0 ? ` ${counted(left)} you chose ${left === 1 ? "is" : "are"} not enrolled now.` : ""}` };
}

export async function announce(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = announcementInput.safeParse({ id: form.get("announcement"), body: form.get("body") });
  if (!parsed.success) return refusal("It was not announced.", parsed.error);

  await addAnnouncement(cohort, parsed.data);
  refresh();
  return { ok: true, message: "Announced." };
}

/** Only what the viewer wrote. */
export async function deleteAnnouncement(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const id = readUuid(form.get("announcement"));
  if (!id) return { ok: false, message: "There is no such announcement." };

  await removeAnnouncement(cohort, id);
  refresh();
  return { ok: true };
}

function counted(learners: number): string {
  return learners === 1 ? "1 learner" : `${learners} learners`;
}
