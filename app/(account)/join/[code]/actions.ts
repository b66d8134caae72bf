"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { redeemInvitation } from "@/db/queries/invitations";
import { sqlStateOf } from "@/db/sql-state";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { joinInput } from "@/lib/cohorts/input";
import { readInvitationCode } from "@/lib/cohorts/invitation";
import { formOf } from "@/lib/form-input";

const CLOSED: ActionResult = { ok: false, message: "You were not enrolled: the invitation cannot be used any more." };

export async function joinCohort(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  const parsed = joinInput.safeParse(Object.fromEntries(form));
  const code = parsed.success ? readInvitationCode(parsed.data.code) : null;
  if (!parsed.success || !code) return CLOSED;

  const joined = await redeem(code, { id: viewer.id, under18: parsed.data.under18 });
  if (joined) redirect(joined.role === "instructor" ? `/teach/cohorts/${joined.slug}` : `/cohorts/${joined.slug}`);
  // The page, drawn again, says why, or leads to the cohort that another tab joined.
  refresh();
  return CLOSED;
}

/** 23505: another request of the same person enrolled them meanwhile. */
async function redeem(code: string, person: { id: string; under18: boolean }) {
  try {
    return await redeemInvitation(code, person);
  } catch (error) {
    if (sqlStateOf(error) === "23505") return null;
    throw error;
  }
}
