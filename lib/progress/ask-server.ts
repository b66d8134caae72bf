import type { Snapshot } from "./snapshot";

const PATIENCE_MS = 20_000;

/** The learner's snapshot; `erased` when the account is gone; null when the server cannot be reached or nothing changed. */
export async function askForSnapshot(etag: string): Promise<{ snapshot: Snapshot; etag: string } | "erased" | null> {
  try {
    const response = await fetch("/api/progress", {
      headers: etag ? { "If-None-Match": etag } : {},
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 410) return "erased";
    if (!response.ok) return null;
    const snapshot: Snapshot = await response.json();
    return { snapshot, etag: response.headers.get("ETag") ?? "" };
  } catch {
    // No connection: what the device holds stays as it is, and says so.
    return null;
  }
}

/** Gives up waiting, not the work: an answer that comes later still counts at the server, and the next try is told so. */
export function withinPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The server took too long to answer.")), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
