"use client";

import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useState, type SubmitEvent } from "react";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

type Answer = { ok: true; recoveryCodes: string[] } | { ok: false; message: string; fieldErrors?: Record<string, string> };

type Props = { begin: () => Promise<PublicKeyCredentialCreationOptionsJSON>; finish: (input: { name: string; response: unknown }) => Promise<Answer> };

const NOT_REACHED: Answer = { ok: false, message: "The server could not be reached. Nothing was changed; try again when there is a connection." };
const NOT_MADE: Answer = { ok: false, message: "Your device made no passkey. Nothing was changed; try again, or on another device." };
const NOT_ANSWERED: Answer = {
  ok: false,
  message: "The server did not answer, so it is not known whether the passkey was added. Load this page again: if it stands in the list, remove it and add it anew, as its recovery codes were not shown.",
};

export function AddPasskey({ begin, finish }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const name = new FormData(form).get("name");
    if (typeof name !== "string" || name.trim() === "") {
      const message = "Give it a name by which you know it, such as the device.";
      setAnswer({ ok: false, message, fieldErrors: { name: message } });
      form.querySelector("input")?.focus();
      return;
    }
    setBusy(true);
    const said = await make(name);
    setAnswer(said);
    setBusy(false);
    if (said.ok) form.reset();
  }

  async function make(name: string): Promise<Answer> {
    let failure = NOT_REACHED;
    try {
      const optionsJSON = await begin();
      failure = NOT_MADE;
      const response = await startRegistration({ optionsJSON });
      failure = NOT_ANSWERED;
      return await finish({ name, response });
    } catch (error) {
      console.warn("No passkey was made.", error);
      return failure;
    }
  }

  const wrong = answer?.ok === false ? answer.fieldErrors?.name : undefined;
  return (
    <section className="flow" aria-labelledby="add">
      <h2 id="add">Add a passkey</h2>
      <form className="flow" method="post" noValidate onSubmit={(event) => void submit(event)}>
        <Field id="name" label="Name" hint="By which you know it, such as the device" maxLength={60} autoComplete="off" error={wrong} />
        <p>
          <button type="submit" className="btn go" disabled={!hydrated} aria-disabled={busy}>
            Add a passkey
          </button>
        </p>
        {answer?.ok === false && !busy && (
          <p role="alert" className={wrong ? "sr-only" : "error"}>
            {answer.message}
          </p>
        )}
      </form>
      <div role="status">{answer?.ok && <p>Added. Your other devices are signed out.</p>}</div>
      {answer?.ok && answer.recoveryCodes.length > 0 && (
        <section className="note flow" aria-labelledby="codes">
          <h3 id="codes">Write these down now</h3>
          <p>They are shown once. If you lose your passkeys, each of these codes signs you in once instead, after your password.</p>
          <ul className="bullets">
            {answer.recoveryCodes.map((code) => (
              <li key={code}>
                <code className="wrap-anywhere">{code}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
