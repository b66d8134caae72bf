import { useEffect, useRef } from "react";

/**
 * The document's focus, which is lost with a form or button that what it sent took away: it goes to the heading over the place where it was,
 * or to that of the page. To be called with it when it is sent.
 */
export function useKeptFocus(): (sent: HTMLElement) => void {
  const over = useRef<{ heading: HTMLElement | null } | null>(null);

  useEffect(
    () => () => {
      if (!over.current || document.activeElement !== document.body) return;
      const { heading } = over.current;
      const target = heading?.isConnected ? heading : document.querySelector("h1");
      if (!target) return;
      target.tabIndex = -1;
      target.focus();
    },
    [],
  );

  return (sent) => {
    over.current = { heading: sent.closest("section, article")?.querySelector<HTMLElement>("h2, h3") ?? null };
  };
}
