"use client";

import { useEffect, useRef } from "react";
import { useDevice } from "@/components/progress/progress-provider";

/** Tells the server that these were shown, once, and then asks it what still waits. */
export function MarkRead({ ids, mark }: { ids: string[]; mark: (ids: string[]) => Promise<void> }) {
  const device = useDevice();
  const told = useRef("");
  const shown = ids.join(" ");
  // The server.
  useEffect(() => {
    if (!device || shown === "" || told.current === shown) return;
    told.current = shown;
    mark(shown.split(" ")).then(
      () => device.refresh(),
      (error: unknown) => console.warn("The server was not told that messages were read.", error),
    );
  }, [device, shown, mark]);
  return null;
}
