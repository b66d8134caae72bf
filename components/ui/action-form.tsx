"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useTransition, type ReactNode, type SubmitEvent } from "react";
import { useDevice } from "@/components/progress/progress-provider";
import type { ActionResult, FormAction } from "@/lib/action-result";
import { DrawnAgain } from "./as-drawn";
import { FormErrors } from "./form-errors";
import { useHydrated } from "./use-hydrated";
import { useKeptFocus } from "./use-kept-focus";

type Props = {
  action: FormAction;
  /** The fields. Each shows its own error; what was typed stays. */
  children: ReactNode;
  /** The buttons, or the words of the one button. */
  button: ReactNode;
  /** What the one button is called where its words alone do not say what it acts on. */
  label?: string;
  /** What is said when it worked and the action says nothing itself. */
  done?: string;
  /** Empties the fields when it worked. */
  empties?: boolean;
  className?: string;
};

const NO_SERVER: ActionResult = { ok: false, message: "The server could not be reached. What you typed is kept; try again when there is a connection." };

/** Sent by hand, not as a form action: React would empty the fields after an error. */
export function ActionForm({ action, children, button, label, done, empties = false, className = "flow" }: Props) {
  const [result, setResult] = useState<ActionResult | null>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const keepFocus = useKeptFocus(busy);
  const device = useDevice();
  const hydrated = useHydrated();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent;
    keepFocus(form, submitter);
    const sent = new FormData(form, submitter);
    start(async () => {
      try {
        const answer = await call(action, sent);
        setResult(answer);
        if (answer.drawn !== undefined) setDrawn(answer.drawn);
        if (answer.ok && empties) form.reset();
        if (!answer.ok) focusFirstError(form, answer.fieldErrors ?? {});
      } finally {
        // What was done may change what the device knows of the learner, which outlives the page.
        void device?.refresh();
      }
    });
  }

  const errors = result?.ok === false ? (result.fieldErrors ?? {}) : {};
  const said = result?.ok ? (result.message ?? done) : null;
  return (
    <form className={className} method="post" noValidate aria-busy={busy} onSubmit={submit}>
      <FormErrors value={errors}>
        <DrawnAgain value={drawn}>{children}</DrawnAgain>
      </FormErrors>
      {/* Neither a click nor Enter sends it before its script runs. */}
      <fieldset role="none" className="row min-w-0" disabled={!hydrated}>
        {typeof button === "string" ? (
          <button type="submit" className="btn" aria-disabled={busy} aria-label={label}>
            {button}
          </button>
        ) : (
          button
        )}
        <p role="status" className="text-soft">
          {busy ? "Saving …" : said}
        </p>
      </fieldset>
      {/* Drawn anew each time: the same words again are said again. */}
      {result?.ok === false && !busy && (
        <p role="alert" className="error">
          {result.message}
        </p>
      )}
    </form>
  );
}

async function call(action: FormAction, form: FormData): Promise<ActionResult> {
  try {
    return await action(null, form);
  } catch (error) {
    // A redirect is Next's to follow.
    unstable_rethrow(error);
    console.warn("The action was not answered.", error);
    return NO_SERVER;
  }
}

function focusFirstError(form: HTMLFormElement, errors: Record<string, string>) {
  const wrong = [...form.elements].find((field) => field.getAttribute("name") && Object.hasOwn(errors, field.getAttribute("name") ?? ""));
  if (wrong instanceof HTMLElement) wrong.focus();
}
