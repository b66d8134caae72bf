"use server";

import { refresh } from "next/cache";
import { removeNote, saveNote, saveWaiver, withdrawWaiver } from "@/db/queries/notes-and-waivers";
import { requireOpenCohort, requireTaughtLearner } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { noteInput, oneInput, waiverInput } from "@/lib/cohorts/learner-input";

export async function writeNote(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = noteInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The note was not kept yet.", parsed.error);
  if (!(await saveNote(learner, parsed.data))) return { ok: false, message: "The note was not kept: you do not teach this learner any more." };
  refresh();
  return { ok: true };
}

export async function deleteNote(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = oneInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The note could not be read. Load the page again.", parsed.error);
  await removeNote(learner, parsed.data.id);
  refresh();
  return { ok: true };
}

export async function waiveItem(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = waiverInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The item was not waived yet.", parsed.error);
  const { item: itemId, state, reason } = parsed.data;
  const given = await saveWaiver(learner, { itemId, state, reason });
  if (!given) return { ok: false, message: "The item was not waived.", fieldErrors: { item: "Another waiver stands for this item. Withdraw that one first." } };
  refresh();
  return { ok: true };
}

export async function takeWaiverBack(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = oneInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The waiver could not be read. Load the page again.", parsed.error);
  await withdrawWaiver(learner, parsed.data.id);
  refresh();
  return { ok: true };
}
