"use client";

import { useEffect, useState } from "react";
import { useDevice } from "@/components/progress/progress-provider";
import { reloadWhenNothingIsTyped } from "@/components/progress/reload";

// Not needed for the first sight of a page.
const keep = () => import("@/lib/offline/keep");

/** Keeps the pages for the time without a connection, and says when a new version has been fetched. */
export function NewVersion() {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const device = useDevice();

  // The browser's service worker. Begun when the page has all it needs.
  useEffect(() => {
    const replaced = () => {
      if (device?.keepsAll()) reloadWhenNothingIsTyped();
    };
    const begin = () => {
      keep()
        .then(({ keepPages }) => keepPages(setWaiting, replaced))
        .catch((error: unknown) => console.warn("This browser keeps no pages for the time without a connection.", error));
    };
    const timer = setTimeout(begin, document.readyState === "complete" ? 1_000 : 4_000);
    return () => clearTimeout(timer);
  }, [device]);

  if (!waiting) return null;
  return (
    <p className="note row" role="status">
      <b>A new version of Milepost is ready.</b>
      <button type="button" className="btn" onClick={() => void keep().then(({ loadVersion }) => loadVersion(waiting))}>
        Load it
      </button>
    </p>
  );
}
