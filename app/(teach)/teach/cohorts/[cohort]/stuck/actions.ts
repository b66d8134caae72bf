"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { removeSettlement, saveSettlement } from "@/db/queries/signals";
import { requireOpenCohort, requireOwnCohort, requireTaughtLearner } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { today } from "@/lib/calendar/now";
import { reopenInput, settleInput, snoozedUntil } from "@/lib/cohorts/settle-input";
import { formOf } from "@/lib/form-input";

export async function settleSignal(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = settleInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const wrong = parsed.error.issues.find(({ path }) => path[0] === "note");
    return { ok: false, message: "The signal stays as it was.", fieldErrors: wrong && { note: wrong.message } };
  }
  const { rule, item, facts, days, note } = parsed.data;
  await saveSettlement(learner, { rule, itemId: item, facts, note, snoozedUntil: snoozedUntil(days, today()) });
  redirect(`/teach/cohorts/${cohort.slug}/stuck`);
}

export async function reopenSignal(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = reopenInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "The signal could not be read. Load the page again." };
  await removeSettlement(learner, { rule: parsed.data.rule, itemId: parsed.data.item });
  refresh();
  return { ok: true };
}
