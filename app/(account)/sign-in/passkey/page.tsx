import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { findSessionAwaiting } from "@/lib/access/viewer";
import { returnPath } from "@/lib/auth/return-path";
import { ShowPasskey } from "./_components/show-passkey";
import { beginPasskeySignIn, finishPasskeySignIn, signInWithRecoveryCode } from "./actions";

export const metadata: Metadata = { title: "Show your passkey", robots: { index: false } };

export default async function PasskeySignInPage({ searchParams }: PageProps<"/sign-in/passkey">) {
  const next = returnPath((await searchParams).next);
  if (!(await findSessionAwaiting())) redirect(next);

  return (
    <section className="flow" aria-labelledby="passkey">
      <h1 id="passkey">Show your passkey</h1>
      <p className="lead">Your password was right. Your account has a passkey too.</p>
      <ShowPasskey begin={beginPasskeySignIn} finish={finishPasskeySignIn} next={next} />
      <details>
        <summary>I do not have my passkey</summary>
        <ActionForm action={signInWithRecoveryCode} button="Sign in with the code">
          <input type="hidden" name="next" value={next} />
          <Field id="code" label="A recovery code" hint="One of those you wrote down; it works once" autoComplete="off" spellCheck={false} />
        </ActionForm>
      </details>
    </section>
  );
}
