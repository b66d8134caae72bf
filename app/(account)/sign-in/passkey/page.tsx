import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findSessionAwaiting, requirePasskeyMade } from "@/lib/access/viewer";
import { returnPath } from "@/lib/auth/return-path";
import { RecoveryCodeForm } from "./_components/recovery-code-form";
import { ShowPasskey } from "./_components/show-passkey";
import { beginPasskeySignIn, finishPasskeySignIn, signInWithRecoveryCode } from "./actions";

export const metadata: Metadata = { title: "Show your passkey", robots: { index: false } };

export default async function PasskeySignInPage({ searchParams }: PageProps<"/sign-in/passkey">) {
  const next = returnPath((await searchParams).next);
  if (!(await findSessionAwaiting())) {
    await requirePasskeyMade();
    redirect(next);
  }

  return (
    <section className="flow" aria-labelledby="passkey">
      <h1 id="passkey">Show your passkey</h1>
      <p className="lead">Your password was right. Your account has a passkey too.</p>
      <ShowPasskey begin={beginPasskeySignIn} finish={finishPasskeySignIn} next={next} />
      <details className="folded">
        <summary>I do not have my passkey</summary>
        <RecoveryCodeForm signIn={signInWithRecoveryCode} next={next} />
      </details>
    </section>
  );
}
