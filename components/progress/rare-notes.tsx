"use client";

import type { MouseEvent } from "react";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { useDevice } from "./progress-provider";
import { useProgress } from "./use-progress";

const changes = (count: number) => (count === 1 ? "One change" : `${count} changes`);

/** No storage, changes that were refused, ticks of before signing in, an account that is gone. */
export function RareNotes() {
  const status = useProgress((s) => s);
  if (!status) return null;
  const { view, erased, storage } = status;
  return (
    <>
      {erased && (
        <p className="note">
          <b>This account was erased.</b> What this device held of it is gone too.
        </p>
      )}
      {storage !== "kept" && (
        <p className="note">
          <b>{storage === "full" ? "This browser has no room left." : "This browser keeps nothing."}</b> Ticks last until the page is closed
          {view.viewer ? ", unless they were sent before." : ". Sign in to keep them in your account."}
        </p>
      )}
      {view.refused > 0 && (
        <p className="note">
          <b>{changes(view.refused)} could not be saved.</b> {view.refused === 1 ? "It stays" : "They stay"} on this device and{" "}
          {view.refused === 1 ? "is" : "are"} tried again after the next update.
        </p>
      )}
      {view.ofOthers > 0 && (
        <p className="note kept">
          <b>{changes(view.ofOthers)} of another account</b> {view.ofOthers === 1 ? "waits" : "wait"} on this device until it signs in again.
        </p>
      )}
      {view.unclaimed > 0 && <Unclaimed count={view.unclaimed} />}
    </>
  );
}

/** The one question: asked only when the account has progress already. */
function Unclaimed({ count }: { count: number }) {
  const device = useDevice();
  const keepFocus = useKeptFocus();
  const answer = (settle: () => Promise<unknown> | undefined) => (event: MouseEvent<HTMLElement>) => {
    keepFocus(event.currentTarget);
    void settle();
  };
  const them = count === 1 ? "it" : "them";
  return (
    <div className="note kept flow">
      <p>
        <b>
          {changes(count)} {count === 1 ? "was" : "were"} made on this device before you signed in.
        </b>{" "}
        Your account has progress already. Did you make {them}?
      </p>
      <p className="row">
        <button type="button" className="btn go" onClick={answer(() => device?.adopt())}>
          Yes, add {them} to my account
        </button>
        <button type="button" className="btn" onClick={answer(() => device?.discardUnclaimed())}>
          No, remove {them}
        </button>
      </p>
    </div>
  );
}
