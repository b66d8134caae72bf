"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import { flushSync } from "react-dom";
import { whenLoaded } from "@/components/site/after-first-sight";
import { asksForSearch } from "./asks-for-search";

type Dialog = ComponentType<{ typed: string; onClose: () => void }>;

const load = () => import("./search-dialog").then(({ SearchDialog }) => SearchDialog);

/**
 * Opens the search. The frame and the field come when the page has all it needs, so that the field has the focus within the tap
 * that asks for it: later, a phone would not show its keyboard. All that searches is fetched when it is opened.
 */
export function SearchTrigger() {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [dialog, setDialog] = useState<{ Dialog: Dialog } | null>(null);

  // The network, for the frame.
  useEffect(() => whenLoaded(() => void load().then((Dialog) => setDialog({ Dialog }), warn)), []);

  // The keyboard, wherever the focus is.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      button.current?.click();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  // The keyboard, while the frame is on its way: what is typed then is not lost.
  const waits = open && !dialog;
  useEffect(() => {
    if (!waits) return;
    const keep = (event: KeyboardEvent) => {
      // The frame may have come already, and the field has the focus: React takes this away a moment later.
      if (document.querySelector(":modal")) return;
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setTyped((letters) => letters + event.key);
    };
    document.addEventListener("keydown", keep);
    return () => document.removeEventListener("keydown", keep);
  }, [waits]);

  function show() {
    flushSync(() => setOpen(true));
    if (!dialog) load().then((Dialog) => setDialog({ Dialog }), warn);
  }

  function close() {
    setOpen(false);
    setTyped("");
    // The browser gives the focus back to where it was; with `/` that may have been nowhere.
    if (document.activeElement?.matches("body, dialog *")) button.current?.focus({ preventScroll: true });
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="search-trigger"
        aria-label="Search"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={show}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m21 21-4.34-4.34" />
          <circle cx="11" cy="11" r="8" />
        </svg>
      </button>
      {open && dialog && <dialog.Dialog typed={typed} onClose={close} />}
    </>
  );
}

function warn(error: unknown) {
  console.warn("The search did not come.", error);
}
