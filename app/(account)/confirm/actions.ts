"use server";

import { redirect } from "next/navigation";
import { findCredentials } from "@/db/queries/credentials";
import { confirmSession } from "@/db/queries/sessions";
import { renewOwnSession, requireSessionInMaking } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { checkPassword } from "@/lib/auth/check-password";
import { confirmInput } from "@/lib/auth/input";
import { returnPath } from "@/lib/auth/return-path";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";

const WRONG = "This is not the password of your account.";
const TOO_MANY = "This was tried too often. Wait some minutes and try again.";

export async function confirmIdentity(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer, idHash } = await requireSessionInMaking();
  const parsed = confirmInput.safeParse(fieldsOf(form, ["next"]));
  if (!parsed.success) return refusal("Write your password.", parsed.error);

  const account = await findCredentials(viewer.id);
  const answer = account && (await checkPassword({ email: account.email, password: parsed.data.password }));
  if (answer && "wait" in answer) return { ok: false, message: TOO_MANY };
  if (answer?.userId !== viewer.id) return { ok: false, message: WRONG, fieldErrors: { password: WRONG } };
  await renewOwnSession((nextSessionId) => confirmSession(idHash, nextSessionId));
  redirect(returnPath(form.get("next")));
}
