"use server";

import { findMailCode, addUserByCode } from "@/db/queries/mail-codes";
import { findSignUpRefusal } from "@/db/queries/settings";
import type { ActionResult } from "@/lib/action-result";
import { signUpInput } from "@/lib/auth/input";
import { readMailCode } from "@/lib/auth/mail-code";
import { hashPassword } from "@/lib/auth/password";
import { openPath } from "@/lib/auth/sealed-path";
import { invitationIn, sayRefusal } from "@/lib/auth/sign-up-rules";
import { formOf, refusal } from "@/lib/form-input";

const NO_MORE: ActionResult = { ok: false, message: "This link does not work any more. Make the account once more." };

/** Whoever holds the code has the mailbox: there is no viewer to require. */
export async function finishSignUp(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const code = readMailCode(form.get("code"));
  const asked = code && (await findMailCode("sign-up", code));
  if (!asked || !("name" in asked.detail)) return NO_MORE;
  const parsed = signUpInput.safeParse({ name: asked.detail.name, email: asked.address, password: form.get("password") });
  if (!parsed.success) return refusal("The account was not made yet.", parsed.error);

  const invitation = invitationIn(await openPath(asked.detail.next));
  const refused = await findSignUpRefusal(asked.address, invitation);
  if (refused) return { ok: false, message: sayRefusal(refused) };
  return (await addUserByCode(code, await hashPassword(parsed.data.password), invitation)) ? { ok: true } : NO_MORE;
}
