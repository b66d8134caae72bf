import { foldOperations } from "./fold";
import { NOBODY, type KeptOperation } from "./outbox";
import type { Snapshot, Standing, Viewer } from "./snapshot";
import type { ItemState } from "./states";

/** Where an item's state stands: on the server, only on this device, or only on this device because the server refused it. */
export type Kept = "server" | "device" | "refused";

export type ItemView = { state: ItemState; clock: number; opId: string; at: string | null; level: number; kept: Kept; reason?: string };

/** What a person sees: the server's snapshot with this device's operations folded in. */
export type ProgressView = {
  viewer: Viewer | null;
  items: Record<string, ItemView>;
  /** Changes of this viewer (or of nobody, when signed out) that only this device has. */
  waiting: number;
  refused: number;
  /** Changes made before signing in that wait for the answer to one question; 0 when there is nothing to ask. */
  unclaimed: number;
  /** Changes of an account that is not signed in now: never shown, never sent, never thrown away. */
  ofOthers: number;
  /** What the server said last of the viewer's plan and of what waits for them; null when it has said nothing. */
  standing: Standing | null;
};

export const NO_ITEM: ItemView = { state: "todo", clock: 0, opId: "", at: null, level: 0, kept: "server" };

export function keptWhere(operation: KeptOperation): Kept {
  if (operation.refused !== undefined) return "refused";
  return operation.recordedIn === undefined ? "device" : "server";
}

export function viewOf(viewer: Viewer | null, snapshot: Snapshot | null, operations: Iterable<KeptOperation>): ProgressView {
  const owner = viewer?.id ?? NOBODY;
  const all = [...operations];
  const own = all.filter((o) => o.owner === owner);
  const known = snapshot?.viewer && snapshot.viewer.id === viewer?.id ? snapshot : null;

  const items: Record<string, ItemView> = {};
  for (const [itemId, item] of Object.entries(known?.items ?? {})) items[itemId] = { ...item, kept: "server" };
  const candidates = [...Object.entries(items).map(([itemId, item]) => ({ ...item, itemId })), ...own];
  for (const [itemId, winner] of foldOperations(candidates)) {
    if (!("owner" in winner)) continue;
    const { state, clock, opId, at, refused } = winner;
    const kept = keptWhere(winner);
    items[itemId] = { state, clock, opId, at, level: items[itemId]?.level ?? 0, kept, ...(refused === undefined ? {} : { reason: refused }) };
  }

  return {
    viewer,
    items,
    waiting: own.filter((o) => keptWhere(o) === "device").length,
    refused: own.filter((o) => keptWhere(o) === "refused").length,
    unclaimed: viewer ? all.filter((o) => o.owner === NOBODY).length : 0,
    ofOthers: all.filter((o) => o.owner !== owner && o.owner !== NOBODY && keptWhere(o) !== "server").length,
    standing: known?.waiting ? { plan: known.plan ?? null, waiting: known.waiting, waived: known.waived ?? [], notice: known.notice } : null,
  };
}
