"use client";

import { useState, type SubmitEvent } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { enter } from "@/lib/auth/enter";
import type { ActionResult } from "@/lib/action-result";

type SignUp = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

const FIELDS = ["name", "email", "password"];
const NO_SERVER: ActionResult = { ok: false, message: "The server could not be reached. What you typed is kept; try again when there is a connection." };

/** Sent by hand, not as a form action: React would empty the fields after an error. */
export function SignUpForm({ signUp, next }: { signUp: SignUp; next: string }) {
  const [result, setResult] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const arrive = useArrival();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const sent = new FormData(form);
    setBusy(true);
    const answer = await signUp(null, sent).catch(() => NO_SERVER);
    if (answer.ok) {
      const read = (name: string) => {
        const value = sent.get(name);
        return typeof value === "string" ? value : "";
      };
      const entered = await enter("password", { email: read("email"), password: read("password") });
      if (entered === "in") await arrive(next);
      else location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
      return;
    }
    setBusy(false);
    setResult(answer);
    const password = form.elements.namedItem("password");
    if (answer.fieldErrors && password instanceof HTMLInputElement) password.value = "";
    const wrong = FIELDS.find((field) => answer.fieldErrors?.[field]);
    const field = wrong ? form.elements.namedItem(wrong) : null;
    if (field instanceof HTMLElement) field.focus();
  }

  const errors = result?.ok === false ? (result.fieldErrors ?? {}) : {};
  return (
    <form className="flow" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="next" value={next} />
      <Field id="name" label="Name" hint="As you want to be called" autoComplete="name" error={errors.name} />
      <Field id="email" label="E-mail" type="email" autoComplete="username" error={errors.email} />
      <Field
        id="password"
        label="Password"
        hint="10 to 128 characters, in any script"
        type="password"
        autoComplete="new-password"
        error={errors.password}
      />
      {result?.ok === false && !busy && (
        <p role="alert" className={result.fieldErrors ? "sr-only" : "error"}>
          {result.message}
        </p>
      )}
      <p>
        <button className="btn go" type="submit" disabled={!hydrated} aria-disabled={busy}>
          {busy ? "Making it …" : "Make an account"}
        </button>
      </p>
    </form>
  );
}
