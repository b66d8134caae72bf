import { useEffect, useRef } from "react";

/**
 * The document's focus, which is lost with a form that what it sent took away: it goes to the heading over the place where the form was,
 * or to that of the page. To be called with the form when it is sent.
 */
export function useKeptFocus(): (form: HTMLFormElement) => void {
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

  return (form) => {
    over.current = { heading: form.closest("section, article")?.querySelector<HTMLElement>("h2, h3") ?? null };
  };
}
