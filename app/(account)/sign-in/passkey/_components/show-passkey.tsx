"use client";

import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import type { ActionResult } from "@/lib/action-result";

type Props = { begin: () => Promise<PublicKeyCredentialRequestOptionsJSON | null>; finish: (input: unknown) => Promise<ActionResult>; next: string };

const NOT_SHOWN = "Your device showed no passkey. Try again, or use a recovery code.";

export function ShowPasskey({ begin, finish, next }: Props) {
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const arrive = useArrival();

  async function show() {
    if (busy) return;
    setBusy(true);
    setTrouble("");
    try {
      const optionsJSON = await begin();
      const answer: ActionResult = optionsJSON ? await finish(await startAuthentication({ optionsJSON })) : { ok: true };
      if (answer.ok) {
        await arrive(next);
        return;
      }
      setTrouble(answer.message);
    } catch (error) {
      console.warn("No passkey was shown.", error);
      setTrouble(NOT_SHOWN);
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
