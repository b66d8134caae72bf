"use server";

import { redirect } from "next/navigation";
import { addUser, saveFirstAdmin } from "@/db/queries/accounts";
import { addMailCode } from "@/db/queries/mail-codes";
import { findSignUpRefusal } from "@/db/queries/settings";
import { takeTry } from "@/db/queries/tries";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { signUpByMailInput, signUpInput } from "@/lib/auth/input";
import { mayAskForMail } from "@/lib/auth/may-ask-for-mail";
import { hashPassword } from "@/lib/auth/password";
import { findAddress } from "@/lib/auth/place";
import { returnPath } from "@/lib/auth/return-path";
import { sealPath } from "@/lib/auth/sealed-path";
import { invitationIn, sayRefusal } from "@/lib/auth/sign-up-rules";
import { env } from "@/lib/env";
import { formOf } from "@/lib/form-input";

const TOO_MANY = "Too many accounts were made from where you are. Try again in an hour. What you typed is kept.";

/** For people who have no account yet, so there is no viewer to require. With a mail server the answer is the same for every address. */
export async function signUp(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  if (env.SMTP_URL) return signUpByMail(form);
  const parsed = signUpInput.safeParse({ name: form.get("name"), email: form.get("email"), password: form.get("password") });
  if (!parsed.success) return { ok: false, message: "The account was not made yet.", fieldErrors: firstErrors(parsed.error.issues) };

  if ((await takeTry("sign-up", await findAddress())) > 0) return { ok: false, message: TOO_MANY };
  const { password, ...person } = parsed.data;
  const invitation = invitationIn(returnPath(form.get("next")));
  const refused = await findSignUpRefusal(person.email, invitation);
  if (refused) return { ok: false, message: sayRefusal(refused) };
  const userId = await addUser({ ...person, invitation, passwordHash: await hashPassword(password) });
  if (userId) return { ok: true };
  return { ok: false, message: "The account was not made yet.", fieldErrors: { email: "This address has an account. Sign in with it instead." } };
}

async function signUpByMail(form: FormData): Promise<ActionResult> {
  const parsed = signUpByMailInput.safeParse({ name: form.get("name"), email: form.get("email") });
  if (!parsed.success) return { ok: false, message: "The account was not made yet.", fieldErrors: firstErrors(parsed.error.issues) };

  const { name, email } = parsed.data;
  const next = returnPath(form.get("next"));
  const refused = await findSignUpRefusal(email, invitationIn(next));
  if (refused) return { ok: false, message: sayRefusal(refused) };
  const mayAsk = await mayAskForMail("sign-up", email);
  if (mayAsk === "not from here") return { ok: false, message: TOO_MANY };
  if (mayAsk) await addMailCode({ purpose: "sign-up", detail: { name, next: await sealPath(next) } }, { address: email });
  return { ok: true, message: `A mail with a link is on its way to ${email}. Follow it within ten minutes to choose a password.` };
}

/** The first admin of an installation is whoever reads its log. */
export async function claimFirstAdmin(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const viewer = await requireViewer();
  if ((await takeTry("first-admin", viewer.id)) > 0) return { ok: false, message: "You are not the first admin yet.", fieldErrors: { token: "This was tried too often. Try again in an hour." } };
  const token = form.get("token");
  const claimed = typeof token === "string" && (await saveFirstAdmin({ userId: viewer.id, token: token.trim() }));
  if (claimed) redirect("/home");
  return { ok: false, message: "You are not the first admin yet.", fieldErrors: { token: "This is not the token in the log, or there is an admin already." } };
}

function firstErrors(issues: { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message] as const).reverse());
}
