"use client";

import { useDevice } from "./progress-provider";

/** Whoever signed in waits no longer than this for their own progress before the page opens. Milliseconds. */
const PATIENCE = 3_000;

/**
 * Opens a page for somebody who has just signed in, once this device holds what is theirs: a page that is drawn from the device alone would
 * first be shown as to nobody.
 */
export function useArrival(): (address: string) => Promise<void> {
  const device = useDevice();
  return async (address) => {
    const said = device?.arrive().catch((error: unknown) => console.warn("The page is opened without the person’s own progress.", error));
    const known = await Promise.race([said, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    // Who has a passkey is nobody until it is shown. Everybody else is led on from there.
    location.assign(known ? address : `/sign-in/passkey?next=${encodeURIComponent(address)}`);
  };
}
