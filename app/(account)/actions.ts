"use server";

import { redirect } from "next/navigation";
import { addUser, saveFirstAdmin } from "@/db/queries/accounts";
import { requireViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { signUpInput } from "@/lib/auth/input";
import { hashPassword } from "@/lib/auth/password";

/** For people who have no account yet, so there is no viewer to require. */
export async function signUp(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const parsed = signUpInput.safeParse({ name: form.get("name"), email: form.get("email"), password: form.get("password") });
  if (!parsed.success) return { ok: false, message: "The account was not made yet.", fieldErrors: firstErrors(parsed.error.issues) };

  const { password, ...person } = parsed.data;
  const userId = await addUser({ ...person, passwordHash: await hashPassword(password) });
  if (userId) return { ok: true };
  return { ok: false, message: "The account was not made yet.", fieldErrors: { email: "This address has an account. Sign in with it instead." } };
}

/** The first admin of an installation is whoever reads its log. */
export async function claimFirstAdmin(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const viewer = await requireViewer();
  const token = form.get("token");
  const claimed = typeof token === "string" && (await saveFirstAdmin({ userId: viewer.id, token: token.trim() }));
  if (claimed) redirect("/home");
  return { ok: false, message: "", fieldErrors: { token: "This is not the token in the log, or there is an admin already." } };
}

function firstErrors(issues: { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message] as const).reverse());
}
