"use server";

import { refresh } from "next/cache";
import type { MadeLink } from "@/components/cohorts/link-maker";
import { addInstructorLink, addInstructorMail, revokeInstructorInvitation } from "@/db/queries/instructor-invitations";
import { requireAdmin, requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { instructorLink, makeInvitationCode } from "@/lib/cohorts/invitation";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { instructorInvitationInput, instructorLinkInput, instructorMailInput } from "@/lib/people/invitation-input";

const PATH = "/admin/invitations";

export async function inviteInstructorByLink(_previous: MadeLink | null, sent: FormData): Promise<MadeLink> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin(PATH);
  const parsed = instructorLinkInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("The link was not made yet.", parsed.error);

  const code = makeInvitationCode();
  await addInstructorLink(admin.id, { code, days: parsed.data.days });
  refresh();
  return { ok: true, message: "Made.", code, link: instructorLink(code) };
}

export async function inviteInstructorByMail(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin(PATH);
  const parsed = instructorMailInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nobody was invited yet. What you typed is kept.", parsed.error);

  await addInstructorMail(admin.id, parsed.data);
  refresh();
  return { ok: true };
}

export async function revokeInstructor(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireAdmin();
  const parsed = instructorInvitationInput.safeParse(fieldsOf(form));
  if (!parsed.success) return { ok: false, message: "Nothing was revoked. Load the page again." };

  await revokeInstructorInvitation(admin.id, parsed.data.invitation);
  refresh();
  return { ok: true };
}
