import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the script of this page runs: a form that is sent by it must not be sent before, as the browser alone would empty it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
