"use server";

import { findCredentials, savePassword } from "@/db/queries/credentials";
import { addMailCode } from "@/db/queries/mail-codes";
import { requireFreshSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { checkPassword } from "@/lib/auth/check-password";
import { addressInput, changePasswordInput, isAddressOf, PASSWORD_IS_ADDRESS } from "@/lib/auth/input";
import { mayAskForMail } from "@/lib/auth/may-ask-for-mail";
import { hashPassword } from "@/lib/auth/password";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";

const UNCHANGED = "The password was not changed yet.";

export async function changePassword(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer, idHash } = await requireFreshSession("/settings/security/password");
  const parsed = changePasswordInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal(UNCHANGED, parsed.error);

  const { current, password } = parsed.data;
  const account = await findCredentials(viewer.id);
  if (account && isAddressOf(password, account.email)) return { ok: false, message: UNCHANGED, fieldErrors: { password: PASSWORD_IS_ADDRESS } };
  if (account?.hasPassword) {
    const answer = await checkPassword({ email: account.email, password: current ?? "" });
    if (answer && "wait" in answer) return { ok: false, message: "This was tried too often. Wait some minutes and try again." };
    if (answer?.userId !== viewer.id) return { ok: false, message: UNCHANGED, fieldErrors: { current: "This is not the password you have now." } };
  }
  await savePassword({ userId: viewer.id, idHash }, await hashPassword(password));
  return { ok: true, message: "Your password is changed, and your other devices are signed out." };
}

/** The answer is the same whether or not the address has an account. */
export async function askForAddress(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer } = await requireFreshSession("/settings/security/address");
  const parsed = addressInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was sent yet.", parsed.error);

  const { email } = parsed.data;
  const mayAsk = await mayAskForMail("change-address", email);
  if (mayAsk === "not from here") return { ok: false, message: "Too many mails were asked for from where you are. Try again in an hour." };
  if (mayAsk) await addMailCode({ purpose: "change-address", detail: {} }, { address: email, userId: viewer.id });
  return { ok: true, message: `If no account has ${email} yet, a link is on its way to it. It works for ten minutes.` };
}
