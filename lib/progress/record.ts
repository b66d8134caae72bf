import type { Operation } from "./fold";

/** What a device sends: 1 to 200 operations, and whose they are. The server only compares the owner with the session. */
export type ProgressCall = { owner: string; operations: Operation[] };

/** `recorded` now or before; `again`: another tab is writing it, keep it and send it again; `refused`: with the reason. */
export type Answer = { answer: "recorded" } | { answer: "again" } | { answer: "refused"; reason: string };

/** One answer per operation in the order sent, and the build that gave it, or why none was looked at. */
export type ProgressAnswer =
  | { ok: true; epoch: string; build: string; answers: Answer[] }
  | { ok: false; reason: "signed-out" | "other-account" | "erased" | "too-many" | "unreadable" };

export type RecordProgress = (call: ProgressCall) => Promise<ProgressAnswer>;
