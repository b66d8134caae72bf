import type { Snapshot } from "./snapshot";

const PATIENCE_MS = 20_000;

type Answer = { snapshot: Snapshot; etag: string } | "unchanged" | "erased" | "unreachable";

/** The learner's snapshot, or why there is none; `erased`: the account is gone. */
export async function askForSnapshot(etag: string): Promise<Answer> {
  try {
    const response = await fetch("/api/progress", {
      headers: etag ? { "If-None-Match": etag } : {},
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 410) return "erased";
    if (response.status === 304) return "unchanged";
    if (!response.ok) return "unreachable";
    const snapshot: Snapshot = await response.json();
    return { snapshot, etag: response.headers.get("ETag") ?? "" };
  } catch {
    // No connection: what the device holds stays as it is, and says so.
    return "unreachable";
  }
}

/** Gives up waiting, not the work: an answer that comes later still counts at the server, and the next try is told so. */
export function withinPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The server took too long to answer.")), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
