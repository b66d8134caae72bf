"use client";

import { useId, useRef, useState } from "react";
import { useDevice } from "@/components/progress/progress-provider";
import { useProgress } from "@/components/progress/use-progress";
import { forgetVisit } from "@/lib/site/visited";
import { signOutOfSession } from "./session-end";

type Trouble = "offline" | "failed" | null;

/** Signs out once everything was sent, or once the person agreed to lose what was not. Then the device forgets them. */
export function SignOut({ everywhere = false }: { everywhere?: boolean }) {
  const headingId = useId();
  const device = useDevice();
  const unsent = useProgress(({ view }) => view.waiting + view.refused) ?? 0;
  const [asked, setAsked] = useState<string[]>([]);
  const question = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [busy, setBusy] = useState(false);

  async function begin() {
    if (busy || !device) return;
    setBusy(true);
    setTrouble(null);
    await device.flush();
    const left = device.unsent();
    setAsked(left);
    setBusy(false);
    if (left.length > 0) question.current?.showModal();
    else await finish([]);
  }

  async function finish(agreed: string[]) {
    setBusy(true);
    try {
      await signOutOfSession(everywhere);
      await device?.forget(agreed);
    } catch (error) {
      console.warn("Signing out did not reach the server.", error);
      setTrouble(navigator.onLine ? "failed" : "offline");
      setBusy(false);
      question.current?.close();
      return;
    }
    forgetVisit();
    location.assign("/");
  }

  return (
    <>
      <button type="button" className="btn" onClick={() => void begin()} aria-disabled={busy}>
        {everywhere ? "Sign out everywhere" : "Sign out"}
      </button>
      {trouble && (
        <p className="error" role="alert">
          {trouble === "offline"
            ? "Signing out needs a connection. You are still signed in, and nothing was removed."
            : "The server did not answer. You are still signed in, and nothing was removed. Try again in a minute."}
        </p>
      )}
      <dialog ref={question} className="ask flow" aria-labelledby={headingId}>
        <h2 id={headingId}>{unsent === 1 ? "One change is" : `${unsent} changes are`} only on this device</h2>
        <p>The server does not have {unsent === 1 ? "it" : "them"} yet. Signing out removes your data from this device, and with it {unsent === 1 ? "this change" : "these changes"}.</p>
        <p className="row">
          <button type="button" className="btn go" onClick={() => question.current?.close()}>
            Stay signed in
          </button>
          <button type="button" className="btn" onClick={() => void finish(asked)} aria-disabled={busy}>
            Sign out and lose {unsent === 1 ? "it" : "them"}
          </button>
        </p>
      </dialog>
    </>
  );
}
