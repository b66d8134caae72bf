"use server";

import { redirect } from "next/navigation";
import { redeemInstructorInvitation } from "@/db/queries/instructor-invitations";
import { renewOwnSession, requireSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { readInvitationCode } from "@/lib/cohorts/invitation";
import { formOf } from "@/lib/form-input";

export async function becomeInstructor(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer, idHash } = await requireSession();
  const code = readInvitationCode(form.get("code"));
  const taken = code !== null && (await renewOwnSession((nextSessionId) => redeemInstructorInvitation(code, { userId: viewer.id, idHash, nextSessionId })));
  if (taken) redirect("/teach");
  return { ok: false, message: "Nothing was changed: the invitation cannot be used any more." };
}
