import type { Metadata } from "next";
import { BeforeYouDo } from "@/app/(account)/_components/before-you-do";
import { LinkNoMore } from "@/app/(account)/_components/link-no-more";
import { KeptTicks } from "@/components/progress/kept-ticks";
import { findMailCode } from "@/db/queries/mail-codes";
import { readMailCode } from "@/lib/auth/mail-code";
import { openPath } from "@/lib/auth/sealed-path";
import { PasswordForm } from "./_components/password-form";
import { finishSignUp } from "./actions";

export const metadata: Metadata = { title: "Make an account", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs open links too. */
export default async function FinishSignUpPage({ params }: PageProps<"/sign-up/[code]">) {
  const code = readMailCode((await params).code);
  const asked = code && (await findMailCode("sign-up", code));
  if (!asked || !("name" in asked.detail)) return <LinkNoMore next="/sign-up" ask="Make an account" />;

  return (
    <section className="flow" aria-labelledby="sign-up">
      <h1 id="sign-up">Choose a password</h1>
      <p className="lead">
        The account is for {asked.detail.name}, {asked.address}.
      </p>
      <PasswordForm finish={finishSignUp} code={code} email={asked.address} next={await openPath(asked.detail.next)} />
      <BeforeYouDo />
      <KeptTicks />
    </section>
  );
}
