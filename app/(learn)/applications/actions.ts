"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addApplication, findApplication, removeApplication, removeNextAction, saveApplicationFields, saveListingAsApplication, saveShare, saveStage } from "@/db/queries/applications";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { changedElsewhere, drawnOf, readDrawn } from "@/lib/applications/drawn";
import { applicationInput, doneInput, newApplicationInput, removeInput, saveInput, shareInput, stageInput } from "@/lib/applications/input";
import type { SavedListing, StageMove } from "@/lib/applications/moves";
import { sayChanged } from "@/lib/applications/say-changed";
import { STAGE_WORDS } from "@/lib/applications/words";
import { today } from "@/lib/calendar/now";
import { dataOf, fieldsOf, formOf, refusal } from "@/lib/form-input";

const GONE: ActionResult = { ok: false, message: "This application is not there any more, so nothing was changed. What you typed is kept." };

/** Idempotent by person and listing. Answers where the application is. */
export async function saveApplication(input: { listingId: string }): Promise<SavedListing> {
  const viewer = await requireViewer();
  const parsed = saveInput.safeParse(dataOf(input));
  const id = parsed.success ? await saveListingAsApplication(viewer.id, parsed.data.listingId) : null;
  if (!id) return { ok: false, message: "This listing is not there any more, so nothing was saved. You can write the application down by hand." };
  refresh();
  return { ok: true, path: `/applications/${id}` };
}

export async function writeApplication(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = newApplicationInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("The application was not saved yet.", parsed.error);

  const id = await addApplication(viewer.id, parsed.data);
  redirect(`/applications/${id}`);
}

export async function changeApplication(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = applicationInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal("The application was not changed yet.", parsed.error);

  const { id, drawn, ...typed } = parsed.data;
  const was = await findApplication(viewer.id, id);
  if (!was) return GONE;
  const began = drawn === undefined ? null : readDrawn(drawn);
  // A day that was left alone in the form stays what a move to another stage made it.
  const dayLeftAlone = typed.appliedOn === began?.appliedOn;
  const fields = dayLeftAlone ? { ...typed, appliedOn: was.appliedOn } : typed;
  const changed = began ? changedElsewhere(was, fields, began) : [];
  if (changed.length > 0) return { ...sayChanged(was, changed), drawn: drawnOf(dayLeftAlone ? { ...was, appliedOn: typed.appliedOn } : was) };
  if (!(await saveApplicationFields(viewer.id, { id, was, fields }))) return { ok: false, message: "This application was changed elsewhere at this moment. What you typed is kept; save again." };
  refresh();
  return { ok: true, message: "Saved.", drawn: drawnOf(typed) };
}

/** Says the stage it shall have: a double tap changes nothing twice. */
export async function moveApplication(move: StageMove): Promise<ActionResult> {
  const viewer = await requireViewer();
  const parsed = stageInput.safeParse(dataOf(move));
  if (!parsed.success) return refusal("The stage was not changed.", parsed.error);

  if (!(await saveStage(viewer.id, { ...parsed.data, today: today() }))) return GONE;
  refresh();
  return { ok: true, message: `The stage is now: ${STAGE_WORDS[parsed.data.stage]}.` };
}

/** What the board’s form does where scripts do not run: it moves, and shows the board again. */
export async function moveByForm(_previous: null, sent: FormData): Promise<void> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = stageInput.safeParse(Object.fromEntries(form));
  if (parsed.success) await saveStage(viewer.id, { ...parsed.data, today: today() });
  redirect("/applications");
}

/** Takes the next action away that was shown, and none that was written since. */
export async function finishNextAction(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = doneInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "Nothing was changed. Open the application to change its next action." };

  await removeNextAction(viewer.id, parsed.data.done);
  refresh();
  return { ok: true, message: `Done: ${parsed.data.done.nextAction}` };
}

export async function deleteApplication(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = removeInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "The application was not deleted." };

  await removeApplication(viewer.id, parsed.data.id);
  redirect("/applications");
}

/** Acts at once. */
export async function shareCounts(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = shareInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "Nothing was changed." };

  const { shared } = parsed.data;
  await saveShare(viewer.id, shared);
  refresh();
  return { ok: true, message: shared ? "Your instructors see the five counts." : "Your instructors see nothing of your applications." };
}
