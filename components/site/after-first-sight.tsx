"use client";

import { useEffect, useState, type ComponentType } from "react";

/** What stands around every page and can wait for its first sight: one chunk, fetched when the page has all it needs. */
const load = () => import("./waits-for-first-sight");

type Parts = Awaited<ReturnType<typeof load>>;

export function AfterFirstSight({ part }: { part: keyof Parts }) {
  const [shown, setShown] = useState<{ Part: ComponentType } | null>(null);

  // The network, for the chunk.
  useEffect(
    () =>
      whenLoaded(() => {
        load().then(
          (parts) => setShown({ Part: parts[part] }),
          (error: unknown) => console.warn("A part of this page could not be fetched.", error),
        );
      }),
    [part],
  );

  return shown && <shown.Part />;
}

/** Gives back what takes the wish away. */
export function whenLoaded(begin: () => void): () => void {
  if (document.readyState === "complete") {
    begin();
    return () => undefined;
  }
  window.addEventListener("load", begin, { once: true });
  return () => window.removeEventListener("load", begin);
}
