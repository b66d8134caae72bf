"use client";

import type { DeviceStatus } from "@/lib/progress/device";
import type { ItemView } from "@/lib/progress/view";
import { useProgress } from "./use-progress";

/** The word near a change that the server does not have. Says `kept` only of what the device really keeps. */
export function KeptWords({ item }: { item: ItemView }) {
  const where = useProgress(({ view, online, storage }) => ({ signedIn: view.viewer !== null, online, storage }));
  if (item.kept === "server" || !where) return null;
  if (item.kept === "refused") return <b>Not saved. {item.reason} It stays on this device and is tried again after the next update.</b>;
  return <b>{sayWhere(where)}</b>;
}

function sayWhere({ signedIn, online, storage }: { signedIn: boolean; online: boolean; storage: DeviceStatus["storage"] }): string {
  if (storage !== "kept") {
    const why = storage === "full" ? "This browser has no room left" : "This browser keeps nothing";
    return `${why}: this change is lost when you close the page${signedIn ? " before it is sent" : ""}.`;
  }
  if (!signedIn) return "Kept on this device.";
  return online ? "Kept on this device, being sent." : "Kept on this device, sent when you are online.";
}
