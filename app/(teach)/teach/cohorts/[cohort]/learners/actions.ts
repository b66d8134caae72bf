"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { MadeLink } from "@/components/cohorts/link-maker";
import { moveLearner, removeLearner, saveGroup } from "@/db/queries/enrollments";
import { addLinkInvitation, addMailInvitation, revokeInvitation, saveLinkForAddress, saveLinkForInvitation } from "@/db/queries/invitations";
import { removeFromRoster } from "@/db/queries/roster";
import { requireOpenCohort, requireTaughtCohort } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { addressInput, groupInput, invitationInput, linkInput, mailInput, moveInput, personInput } from "@/lib/cohorts/input";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { invitationLink, makeInvitationCode } from "@/lib/cohorts/invitation";

const GONE: ActionResult = { ok: false, message: "Nothing was changed: this person does not learn here any more." };

export async function makeLink(_previous: MadeLink | null, sent: FormData): Promise<MadeLink> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = linkInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The link was not made yet.", parsed.error);

  const code = makeInvitationCode();
  await addLinkInvitation(cohort, { code, ...parsed.data });
  refresh();
  return { ok: true, message: "Made.", code, link: invitationLink(code) };
}

export async function inviteByMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = mailInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nobody was invited yet. What you typed is kept.", parsed.error);

  await addMailInvitation(cohort, parsed.data);
  refresh();
  return { ok: true };
}

export async function makeLinkForInvitation(_previous: MadeLink | null, sent: FormData): Promise<MadeLink> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = invitationInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The link was not made.", parsed.error);

  const code = makeInvitationCode();
  const made = await saveLinkForInvitation(cohort, { id: parsed.data.invitation, code });
  refresh();
  return made ? { ok: true, message: "Made. An earlier link of this invitation leads nowhere now.", code, link: invitationLink(code) } : { ok: false, message: "This invitation was used or revoked meanwhile." };
}

export async function makeLinkForAddress(_previous: MadeLink | null, sent: FormData): Promise<MadeLink> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = addressInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The link was not made.", parsed.error);

  const code = makeInvitationCode();
  await saveLinkForAddress(cohort, { email: parsed.data.email, code });
  refresh();
  return { ok: true, message: "Made. An earlier link for this person leads nowhere now.", code, link: invitationLink(code) };
}

export async function revoke(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = invitationInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nothing was revoked.", parsed.error);

  await revokeInvitation(cohort, parsed.data.invitation);
  refresh();
  return { ok: true };
}

export async function takeOffRoster(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = addressInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nobody was taken off.", parsed.error);

  await removeFromRoster(cohort, parsed.data.email);
  refresh();
  return { ok: true };
}

export async function changeGroup(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = groupInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("The group was not saved yet.", parsed.error);

  const saved = await saveGroup(cohort, { learnerId: parsed.data.person, groupName: parsed.data.group });
  refresh();
  return saved ? { ok: true } : GONE;
}

export async function moveToCohort(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = moveInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nobody was moved yet.", parsed.error);
  const to = await requireTaughtCohort(parsed.data.to);
  if (to.archivedAt) return { ok: false, message: "Nobody was moved.", fieldErrors: { to: "That cohort is archived. Choose another one." } };

  const moved = await moveLearner(cohort, to, parsed.data.person);
  if (moved) redirect(`/teach/cohorts/${cohort.slug}/learners`);
  return { ok: false, message: "Nobody was moved: this person does not learn here any more, or teaches the other cohort." };
}

export async function endEnrollment(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { cohort, archived } = await requireOpenCohort(form.get("cohort"));
  if (archived) return archived;
  const parsed = personInput.safeParse(fieldsOf(form, ["cohort"]));
  if (!parsed.success) return refusal("Nobody was removed.", parsed.error);

  if (!(await removeLearner(cohort, parsed.data.person))) return GONE;
  redirect(`/teach/cohorts/${cohort.slug}/learners`);
}
