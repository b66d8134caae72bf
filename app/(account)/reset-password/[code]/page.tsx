import type { Metadata } from "next";
import { LinkNoMore } from "@/app/(account)/_components/link-no-more";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { findMailCode } from "@/db/queries/mail-codes";
import { readMailCode } from "@/lib/auth/mail-code";
import { resetPassword } from "../actions";

export const metadata: Metadata = { title: "A new password", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs open links too. */
export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[code]">) {
  const code = readMailCode((await params).code);
  const good = code && (await findMailCode("reset-password", code));
  if (!good) return <LinkNoMore next="/reset-password" ask="Ask for another link" />;

  return (
    <section className="flow" aria-labelledby="reset">
      <h1 id="reset">Choose a new password</h1>
      <p className="prose">For the account of {good.address}. You are signed out everywhere then, and sign in with the new password.</p>
      <ActionForm action={resetPassword} button="Set the password" empties>
        <input type="hidden" name="code" value={code} />
        <Field id="password" label="Password" hint="10 to 128 characters, in any script" type="password" autoComplete="new-password" />
      </ActionForm>
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    </section>
  );
}
