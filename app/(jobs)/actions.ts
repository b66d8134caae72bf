"use server";

import { refresh } from "next/cache";
import { MOST_SAVED, removeSavedSearch, saveSearch, saveSearchMail, saveTold, stopSearchMails } from "@/db/queries/saved-searches";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { formOf, refusal } from "@/lib/form-input";
import { removeInput, savedSearchInput, searchMailInput, toldInput } from "@/lib/jobs/saved-search-input";

/** Idempotent by person and search. */
export async function keepSearch(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = savedSearchInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusal(parsed.error.issues.find(({ path }) => path[0] === "query")?.message ?? "The search was not saved.", parsed.error);

  if (!(await saveSearch(viewer.id, parsed.data))) return { ok: false, message: `You have ${MOST_SAVED} saved searches, which is as many as can be kept. Remove one first.` };
  refresh();
  return { ok: true, message: "Saved. What comes from now on is counted under Saved searches." };
}

/** What is found after that which the page showed is new. Idempotent. */
export async function markSeen(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = toldInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "Nothing was changed." };

  await saveTold(viewer.id, parsed.data.id, parsed.data.until);
  refresh();
  return { ok: true };
}

/** Says how often: a double tap changes nothing twice. */
export async function setSearchMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = searchMailInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "Nothing was changed." };

  await saveSearchMail(viewer.id, parsed.data.id, parsed.data.mail);
  refresh();
  return { ok: true, message: "Saved." };
}

/** For all searches at once. Idempotent. */
export async function endSearchMail(): Promise<ActionResult> {
  const viewer = await requireViewer();
  await stopSearchMails(viewer.id);
  refresh();
  return { ok: true, message: "No mail about saved searches is sent to you any more." };
}

/** Idempotent. */
export async function dropSearch(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = removeInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ok: false, message: "Nothing was removed." };

  await removeSavedSearch(viewer.id, parsed.data.id);
  refresh();
  return { ok: true };
}
