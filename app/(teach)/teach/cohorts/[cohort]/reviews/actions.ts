"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { TaughtCohort } from "@/db/queries/cohorts";
import { addVerdict, claimNextReview, saveClaim, withdrawVerdict, type QueuePlace } from "@/db/queries/reviews";
import { requireOpenCohort, requireOwnCohort, requireTaughtLearner } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { claimInput, nextInput, takeBackInput, verdictInput } from "@/lib/evidence/input";
import { formOf, refusal } from "@/lib/form-input";

const NOTHING_SENT = "Nothing was sent yet.";

/** Takes a submission up, or leaves it to others. */
export async function claimReview(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = claimInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: NOTHING_SENT };

  const { submission: submissionId, claim } = parsed.data;
  const saved = await saveClaim(learner, { submissionId, claimed: claim === "take" });
  refresh();
  return saved ? { ok: true } : { ok: false, message: "Another instructor took it up at this moment, or it does not wait any more." };
}

/** Takes up the oldest that nobody else is looking at, or the next one after a place in the queue. */
export async function openNext(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const parsed = nextInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: NOTHING_SENT };

  const { submission: submissionId, handedInAt } = parsed.data;
  return goToNext(cohort, submissionId && handedInAt ? { submissionId, handedInAt } : undefined);
}

export async function giveVerdict(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = verdictInput.safeParse({ ...Object.fromEntries(form), met: form.getAll("met") });
  if (!parsed.success) return refusal(NOTHING_SENT, parsed.error);

  if (await addVerdict(learner, parsed.data)) return goToNext(cohort);
  return { ok: false, message: "Another instructor judged it or took it up, or it was withdrawn. Your comment is kept here and was not sent." };
}

export async function takeVerdictBack(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"), requireOwnCohort);
  if (archived) return archived;
  const learner = await requireTaughtLearner(cohort, form.get("learner"));
  const parsed = takeBackInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal(NOTHING_SENT, parsed.error);

  const taken = await withdrawVerdict(learner, { submissionId: parsed.data.submission, reason: parsed.data.reason });
  if (taken === "newer") return { ok: false, message: "The learner has begun a newer version, so this return stays. The newer one comes to you when it is handed in." };
  if (taken === "gone") return { ok: false, message: "This verdict is not yours to take back, or was taken back already." };
  refresh();
  return { ok: true };
}

async function goToNext(cohort: TaughtCohort, after?: QueuePlace): Promise<never> {
  const next = await claimNextReview(cohort, after);
  redirect(`/teach/cohorts/${cohort.slug}/reviews${next ? `/${next.learnerId}/${next.submissionId}` : ""}`);
}
