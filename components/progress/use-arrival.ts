"use client";

import { useDevice } from "./progress-provider";

/** Whoever signed in waits no longer than this for their own progress before the page opens. Milliseconds. */
const PATIENCE = 3_000;

/**
 * Opens a page for somebody who has just signed in, once this device holds what is theirs: read from the device alone, the page would first
 * be shown as to nobody.
 */
export function useArrival(): (address: string) => Promise<void> {
  const device = useDevice();
  return async (address) => {
    const own = device?.refresh().catch((error: unknown) => console.warn("The page is opened without the person’s own progress.", error));
    await Promise.race([own, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.assign(address);
  };
}
