"use client";

import "./enrollment.css";
import { useState, type ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/lib/action-result";

/** What comes back once, and never again. */
export type MadeLink = ActionResult & { link?: string; code?: string };

type Props = { make: (previous: MadeLink | null, form: FormData) => Promise<MadeLink>; button: string; label?: string; children: ReactNode };

export function LinkMaker({ make, button, label, children }: Props) {
  const [made, setMade] = useState<{ link: string; code: string } | null>(null);
  const [copied, setCopied] = useState("");

  const action: FormAction = async (_, form) => {
    const answer = await make(null, form);
    if (answer.link && answer.code) {
      setMade({ link: answer.link, code: answer.code });
      setCopied("");
    }
    return answer;
  };

  function copy(link: string) {
    navigator.clipboard.writeText(link).then(
      () => setCopied("Copied."),
      () => setCopied("This browser does not copy. Mark the link and copy it by hand."),
    );
  }

  return (
    <>
      <ActionForm action={action} button={button} label={label}>
        {children}
      </ActionForm>
      {made && (
        <div className="note flow made-link">
          <p>
            <b>Copy the link now. It is shown this once; only its fingerprint is kept.</b>
          </p>
          <p>
            <code>{made.link}</code>
          </p>
          <p className="row">
            <button type="button" className="btn" onClick={() => copy(made.link)}>
              Copy the link
            </button>
            <span role="status">{copied}</span>
          </p>
          <p className="text-sm">
            To read aloud: <code>{made.code}</code>
          </p>
        </div>
      )}
    </>
  );
}
