import type { Metadata } from "next";
import { KeptTicks } from "@/components/progress/kept-ticks";
import { returnPath } from "@/lib/auth/return-path";
import { env } from "@/lib/env";
import { signUp } from "../actions";
import { SignUpByMail } from "./_components/sign-up-by-mail";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata: Metadata = { title: "Make an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = returnPath((await searchParams).next);
  return (
    <section className="flow" aria-labelledby="sign-up">
      <h1 id="sign-up">Make an account</h1>
      <p className="lead">It keeps your progress beyond this device.</p>
      {env.SMTP_URL ? <SignUpByMail signUp={signUp} next={next} /> : <SignUpForm signUp={signUp} next={next} />}
      <KeptTicks />
      <p>
        You have one? <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </section>
  );
}
