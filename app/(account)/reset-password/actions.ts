"use server";

import { addMailCode, findMailCode, savePasswordByCode } from "@/db/queries/mail-codes";
import type { ActionResult } from "@/lib/action-result";
import { addressInput, isAddressOf, newPasswordInput, PASSWORD_IS_ADDRESS } from "@/lib/auth/input";
import { readMailCode } from "@/lib/auth/mail-code";
import { mayAskForMail } from "@/lib/auth/may-ask-for-mail";
import { hashPassword } from "@/lib/auth/password";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";

/** For people who cannot sign in, so there is no viewer to require. The answer is the same for every address. */
export async function askForReset(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const parsed = addressInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was sent yet.", parsed.error);

  const { email } = parsed.data;
  const mayAsk = await mayAskForMail("reset-password", email);
  if (mayAsk === "not from here") return { ok: false, message: "Too many mails were asked for from where you are. Try again in an hour." };
  if (mayAsk) await addMailCode({ purpose: "reset-password", detail: {} }, { address: email });
  return { ok: true, message: `If ${email} has an account here, a link to choose a new password is on its way to it. It works for ten minutes.` };
}

const NO_MORE: ActionResult = { ok: false, message: "This link was used already or has run out. If you have just set a password with it, sign in with that one; else ask for another link." };

/** Whoever holds the code has the mailbox: there is no viewer to require. */
export async function resetPassword(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const code = readMailCode(form.get("code"));
  const asked = code && (await findMailCode("reset-password", code));
  if (!asked) return NO_MORE;
  const parsed = newPasswordInput.safeParse(fieldsOf(form, ["code"]));
  if (!parsed.success) return refusal("The password was not changed yet.", parsed.error);

  if (isAddressOf(parsed.data.password, asked.address)) return { ok: false, message: "The password was not changed yet.", fieldErrors: { password: PASSWORD_IS_ADDRESS } };
  if (!(await savePasswordByCode(code, await hashPassword(parsed.data.password)))) return NO_MORE;
  return { ok: true, message: "Your new password is set, and you are signed out everywhere. Sign in with it." };
}
