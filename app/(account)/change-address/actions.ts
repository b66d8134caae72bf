"use server";

import { saveAddressByCode } from "@/db/queries/credentials";
import { sqlStateOf } from "@/db/sql-state";
import { requireSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { readMailCode } from "@/lib/auth/mail-code";
import { formOf } from "@/lib/form-input";

const NO_MORE: ActionResult = { ok: false, message: "This link does not work any more, or the address has an account. Nothing was changed." };

/** Asking was for a fresh sign-in; following the link shows that the mailbox is there. */
export async function changeAddress(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer, idHash } = await requireSession();
  const code = readMailCode(form.get("code"));
  if (!code) return NO_MORE;
  try {
    if (!(await saveAddressByCode({ userId: viewer.id, idHash }, code))) return NO_MORE;
  } catch (error) {
    if (isTaken(error)) return NO_MORE;
    throw error;
  }
  return { ok: true, message: "Your account has this address now. Sign in with it from now on." };
}

/** 23505: somebody else made an account with the address at the same moment. */
function isTaken(error: unknown): boolean {
  return sqlStateOf(error) === "23505";
}
