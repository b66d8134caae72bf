"use client";

import { useActionState } from "react";
import { PlainText } from "@/components/ui/plain-text";
import type { FormAction } from "@/lib/action-result";

/** `about`: which mail it is. */
export function ShownMail({ show, id, about }: { show: FormAction; id: string; about: string }) {
  const [result, action, busy] = useActionState(show, null);
  return (
    <form action={action} className="flow">
      <input type="hidden" name="mail" value={id} />
      <button type="submit" className="btn" aria-disabled={busy} aria-label={`Show what it says: ${about}`}>
        Show what it says
      </button>
      <div role="status" className="wrap-anywhere">
        {result?.ok && <PlainText text={result.message ?? ""} />}
      </div>
      {result?.ok === false && (
        <p role="alert" className="error">
          {result.message}
        </p>
      )}
    </form>
  );
}
