"use client";

import { useProgress } from "./use-progress";

/** Beside a sign-in form: what was ticked before joins the account. */
export function KeptTicks() {
  const count = useProgress(({ view }) => (view.viewer ? 0 : view.waiting)) ?? 0;
  if (count === 0) return null;
  return (
    <p className="note kept">
      <b>{count === 1 ? "One change is" : `${count} changes are`} kept on this device.</b> {count === 1 ? "It joins" : "They join"} your account when
      you sign in.
    </p>
  );
}
