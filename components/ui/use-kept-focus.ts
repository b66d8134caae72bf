import { useEffect, useRef } from "react";

type Over = { heading: HTMLElement | null; button: HTMLElement | null };

/**
 * The document's focus, which is lost with a form or button that what it sent took away: it goes to the heading over the place where it was,
 * or to that of the page. To be called with both when it is sent; `busy` until the answer is drawn.
 */
export function useKeptFocus(busy = false): (sent: HTMLElement, button?: HTMLElement | null) => void {
  const over = useRef<Over | null>(null);

  // The document: the form stays, and the line with its button went.
  useEffect(() => {
    if (!over.current?.button) return;
    if (!over.current.button.isConnected) moveTo(over.current);
    if (!busy) over.current = { ...over.current, button: null };
  });

  useEffect(() => () => moveTo(over.current), []);

  return (sent, button = null) => {
    over.current = { heading: sent.closest("section, article")?.querySelector<HTMLElement>("h2, h3") ?? null, button };
  };
}

function moveTo(over: Over | null) {
  if (!over || document.activeElement !== document.body) return;
  const target = over.heading?.isConnected ? over.heading : document.querySelector("h1");
  if (!target) return;
  target.tabIndex = -1;
  target.focus();
}
