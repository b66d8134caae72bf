"use client";

import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import type { ActionResult } from "@/lib/action-result";

type Props = { begin: () => Promise<PublicKeyCredentialRequestOptionsJSON | null>; finish: (input: unknown) => Promise<ActionResult>; next: string };

const NOT_REACHED = "The server could not be reached. Try again when there is a connection.";
const NOT_SHOWN = "Your device showed no passkey. Try again, or use a recovery code.";

export function ShowPasskey({ begin, finish, next }: Props) {
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const arrive = useArrival();

  async function show() {
    if (busy) return;
    setBusy(true);
    setTrouble("");
    let failure = NOT_REACHED;
    try {
      const optionsJSON = await begin();
      failure = NOT_SHOWN;
      const shown = optionsJSON && (await startAuthentication({ optionsJSON }));
      failure = NOT_REACHED;
      const answer: ActionResult = shown ? await finish(shown) : { ok: true };
      if (answer.ok) {
        await arrive(next);
        return;
      }
      setTrouble(answer.message);
    } catch (error) {
      console.warn("No passkey was shown.", error);
      setTrouble(failure);
    }
    setBusy(false);
  }

  return (
    <>
      <p>
        <button type="button" className="btn go" onClick={() => void show()} aria-disabled={busy}>
          Use my passkey
        </button>
      </p>
      {trouble && (
        <p role="alert" className="error">
          {trouble}
        </p>
      )}
    </>
  );
}
