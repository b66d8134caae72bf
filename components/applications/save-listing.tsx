"use client";

import { unstable_rethrow } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { SavedListing } from "@/lib/applications/moves";

type Props = {
  listingId: string;
  /** Where its application is, when the learner has one. */
  path: string | null;
  save: (input: { listingId: string }) => Promise<SavedListing>;
};

/** Makes the application of a listing, and then leads to it. */
export function SaveListing({ listingId, path, save }: Props) {
  const [result, setResult] = useState<SavedListing | null>(null);
  const [busy, start] = useTransition();
  const status = useRef<HTMLParagraphElement>(null);
  const where = result?.ok ? result.path : path;

  function send() {
    if (busy) return;
    start(async () => {
      const saved = await call(save, listingId);
      // The button goes.
      if (saved.ok) status.current?.focus({ preventScroll: true });
      setResult(saved);
    });
  }

  return (
    <div className="flow">
      {where === null && (
        <button type="button" className="btn go" aria-disabled={busy} onClick={send}>
          Save to applications
        </button>
      )}
      <p ref={status} role="status" tabIndex={-1}>
        {busy ? "Saving …" : where !== null && <>In your applications. <a href={where}>Open it</a></>}
      </p>
      {result?.ok === false && (
        <p role="alert" className="error">
          {result.message}
        </p>
      )}
    </div>
  );
}

async function call(save: Props["save"], listingId: string): Promise<SavedListing> {
  try {
    return await save({ listingId });
  } catch (error) {
    // A redirect is Next's to follow.
    unstable_rethrow(error);
    console.warn("The listing was not saved.", error);
    return { ok: false, message: "The server could not be reached, so nothing was saved. Try again when there is a connection." };
  }
}
