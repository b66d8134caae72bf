"use client";

import { useEffect, useRef } from "react";
import { useDevice } from "@/components/progress/progress-provider";

/** Asks the server for the snapshot again when something in it was changed on this page: `change` says what it is now. */
export function SnapshotOf({ change }: { change: string }) {
  const device = useDevice();
  const known = useRef(change);
  // The server, by way of the device.
  useEffect(() => {
    if (known.current === change) return;
    known.current = change;
    void device?.refresh();
  }, [device, change]);
  return null;
}
