import type { Metadata } from "next";
import { BeforeYouDo } from "@/app/(account)/_components/before-you-do";
import { KeptTicks } from "@/components/progress/kept-ticks";
import { findSettings, findSignUpRefusal } from "@/db/queries/settings";
import { returnPath } from "@/lib/auth/return-path";
import { invitationIn, sayRefusal } from "@/lib/auth/sign-up-rules";
import { env } from "@/lib/env";
import { signUp } from "../actions";
import { SignUpByMail } from "./_components/sign-up-by-mail";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata: Metadata = { title: "Make an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = returnPath((await searchParams).next);
  const [{ name, addressDomains }, refused] = await Promise.all([findSettings(), findSignUpRefusal(null, invitationIn(next))]);
  return (
    <section className="flow" aria-labelledby="sign-up">
      <h1 id="sign-up">Make an account</h1>
      <p className="lead">It keeps your progress beyond this device.</p>
      {name && <p>This is Milepost at {name}.</p>}
      {refused ? (
        <p className="note">{sayRefusal(refused)}</p>
      ) : (
        <>
          {addressDomains.length > 0 && <p>Your address must end in {addressDomains.map((domain) => `@${domain}`).join(" or ")}.</p>}
          {env.SMTP_URL ? <SignUpByMail signUp={signUp} next={next} /> : <SignUpForm signUp={signUp} next={next} />}
          <BeforeYouDo />
        </>
      )}
      <KeptTicks />
      <p>
        You have one? <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </section>
  );
}
