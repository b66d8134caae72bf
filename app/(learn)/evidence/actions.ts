"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addConfirmation, withdrawConfirmation } from "@/db/queries/confirmations";
import { saveEvidence, withdrawEvidence } from "@/db/queries/evidence";
import { requireClassmatesWork } from "@/lib/access/evidence";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { confirmInput, evidenceInput, takeWordBackInput, withdrawInput } from "@/lib/evidence/input";
import { peerItems } from "@/lib/evidence/peer-items";
import { answerFor } from "@/lib/evidence/saved";
import { formOf, refusal } from "@/lib/form-input";

export async function giveEvidence(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = evidenceInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("Nothing was sent yet.", parsed.error);

  const saved = await saveEvidence({ ...parsed.data, userId: viewer.id, file: null });
  // After a draft that was changed elsewhere the next try is from what is there now.
  if (saved === "saved" || saved === "changed") refresh();
  return answerFor(saved, parsed.data.handIn);
}

export async function takeEvidenceBack(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = withdrawInput.safeParse(Object.fromEntries(form));
  const withdrawn = parsed.success && (await withdrawEvidence(viewer.id, parsed.data.submission));
  refresh();
  return withdrawn ? { ok: true } : { ok: false, message: "Somebody judged or confirmed it at this moment. Look again before you withdraw it." };
}

export async function confirmWork(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const work = await requireClassmatesWork(form.get("submission"));
  const parsed = confirmInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("Nothing was sent yet.", parsed.error);

  if (work && (await addConfirmation(work, parsed.data.comment, peerItems))) redirect("/evidence");
  return { ok: false, message: "It does not wait for you any more, or the cohort that you share is archived. Nothing was recorded, and what you typed is kept." };
}

/** One's own word, also of work that may not be looked at any more. */
export async function takeWordBack(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = takeWordBackInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("Nothing was taken back yet.", parsed.error);

  const { learner: learnerId, submission: submissionId, reason } = parsed.data;
  await withdrawConfirmation({ viewerId: viewer.id, learnerId, submissionId, reason });
  refresh();
  return { ok: true };
}
