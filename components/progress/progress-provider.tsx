"use client";

import { focusManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { createDevice, type ProgressDevice } from "@/lib/progress/device";
import type { RecordProgress } from "@/lib/progress/record";
import { reloadWhenNothingIsTyped } from "./reload";

export const PROGRESS = ["progress"] as const;

/** Coming back to a page within this time asks nothing. */
const STALE_MS = 30_000;

const DeviceContext = createContext<ProgressDevice | null>(null);

/** The device this page runs on. Null while the server renders. */
export function useDevice(): ProgressDevice | null {
  return useContext(DeviceContext);
}

/** Owns the learner's progress for the whole site: one snapshot and one outbox per document. */
export function ProgressProvider({ record, build, children }: { record: RecordProgress; build: string; children: ReactNode }) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { networkMode: "always", retry: false, gcTime: Infinity } } }),
  );
  const [device] = useState(() =>
    typeof window === "undefined"
      ? null
      : createDevice({
          record,
          build,
          // What changes here says nothing of how old the server's answer is.
          onChange: (status) => queries.setQueryData(PROGRESS, status, { updatedAt: queries.getQueryState(PROGRESS)?.dataUpdatedAt ?? 0 }),
          isStale: (error) => error instanceof Error && error.name === "UnrecognizedActionError",
          onStale: reloadWhenNothingIsTyped,
          onLeft: () => location.reload(),
        }),
  );

  // The connection, the other tabs of this browser, and the server: asked once per document, and on coming back to it.
  useEffect(() => {
    if (!device) return;
    const refresh = async () => {
      if (!(await device.refresh())) throw new Error("The server could not be reached.");
      return device.status();
    };
    // Unreachable is no news: the device's own word stays, and is asked about again.
    const ask = () => void queries.query({ queryKey: PROGRESS, queryFn: refresh, staleTime: STALE_MS }).catch(() => undefined);
    ask();
    window.addEventListener("online", ask);
    const stopAsking = focusManager.subscribe((focused) => focused && ask());
    const stopListening = device.listen();
    return () => {
      window.removeEventListener("online", ask);
      stopAsking();
      stopListening();
    };
  }, [device, queries]);

  return (
    <QueryClientProvider client={queries}>
      <DeviceContext value={device}>{children}</DeviceContext>
    </QueryClientProvider>
  );
}
