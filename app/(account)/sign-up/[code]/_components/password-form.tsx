"use client";

import { useState, type SubmitEvent } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ActionResult, FormAction } from "@/lib/action-result";
import { enter } from "@/lib/auth/enter";

type Props = { finish: FormAction; code: string; email: string; next: string };

const NO_SERVER: ActionResult = { ok: false, message: "The server could not be reached. Try again when there is a connection." };

/** Makes the account, and signs in with what was just chosen. */
export function PasswordForm({ finish, code, email, next }: Props) {
  const [result, setResult] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const arrive = useArrival();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const sent = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await finish(null, sent).catch(() => NO_SERVER);
    const password = sent.get("password");
    // A link that works no more may have made the account a moment ago, when the answer was lost.
    const mayBeMade = answer.ok || (answer !== NO_SERVER && !answer.fieldErrors);
    const entered = mayBeMade ? await enter("password", { email, password: typeof password === "string" ? password : "" }) : null;
    if (!answer.ok && entered !== "in") {
      setBusy(false);
      setResult(answer);
      return;
    }
    if (entered === "in") await arrive(next);
    else location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
  }

  const wrong = result?.ok === false ? result.fieldErrors?.password : undefined;
  return (
    <form className="flow" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" autoComplete="username" value={email} />
      <Field id="password" label="Password" hint="10 to 128 characters, in any script" type="password" autoComplete="new-password" error={wrong} />
      {result?.ok === false && !busy && (
        <p role="alert" className={wrong ? "sr-only" : "error"}>
          {result.message}
        </p>
      )}
      <p>
        <button className="btn go" type="submit" disabled={!hydrated} aria-disabled={busy}>
          {busy ? "Making it …" : "Make the account"}
        </button>
      </p>
    </form>
  );
}
