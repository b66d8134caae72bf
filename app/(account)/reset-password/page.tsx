import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { env } from "@/lib/env";
import { askForReset } from "./actions";

export const metadata: Metadata = { title: "A new password" };

// Whether mail is sent is known when the server runs, not when it is built.
export const dynamic = "force-dynamic";

export default function AskForResetPage() {
  return (
    <section className="flow" aria-labelledby="reset">
      <h1 id="reset">A new password</h1>
      <p className="lead">Write the address of your account. A link to choose a new password is sent to it.</p>
      {!env.SMTP_URL && <p className="note">This installation sends no mail. Whoever hosts it sees that you asked, and can hand the link to you: tell them.</p>}
      <ActionForm action={askForReset} button="Ask for a link">
        <Field id="email" label="E-mail" type="email" autoComplete="username" />
      </ActionForm>
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    </section>
  );
}
