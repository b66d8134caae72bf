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
          onChange: (status) => queries.setQueryData(PROGRESS, status),
          isStale: (error) => error instanceof Error && error.name === "UnrecognizedActionError",
          onStale: reloadWhenNothingIsTyped,
        }),
  );

  // The connection, the other tabs of this browser, and the server: asked once per document, and on coming back to it.
  useEffect(() => {
    if (!device) return;
    const ask = () => void queries.query({ queryKey: PROGRESS, queryFn: () => device.refresh(), staleTime: STALE_MS });
    ask();
    const stopAsking = focusManager.subscribe((focused) => focused && ask());
    const stopListening = device.listen();
    return () => {
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
