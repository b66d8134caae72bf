"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { removeInstructor, saveArchived, saveCohort, saveSignalSettings } from "@/db/queries/cohort-settings";
import { requireOpenCohort, requireTaughtCohort } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { cohortInput, personInput, signalsInput } from "@/lib/cohorts/input";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";

export async function saveCohortFields(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = cohortInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The cohort was not saved yet. What you typed is kept.", parsed.error);

  await saveCohort(cohort, parsed.data);
  refresh();
  return { ok: true };
}

export async function saveSignals(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = signalsInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The figures were not saved yet. What you typed is kept.", parsed.error);

  await saveSignalSettings(cohort, parsed.data);
  refresh();
  return { ok: true };
}

export async function endTeaching(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = personInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nobody was removed.", parsed.error);

  const removed = await removeInstructor(cohort, parsed.data.person);
  if (removed && parsed.data.person === cohort.viewerId) redirect("/home");
  refresh();
  return removed ? { ok: true } : { ok: false, message: "Nobody was removed: this person does not teach here any more, or is the last who does." };
}

export async function archiveCohort(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const cohort = await requireTaughtCohort(form.get("cohort"));
  await saveArchived(cohort, true);
  refresh();
  return { ok: true };
}

export async function unarchiveCohort(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const cohort = await requireTaughtCohort(form.get("cohort"));
  await saveArchived(cohort, false);
  refresh();
  return { ok: true };
}
