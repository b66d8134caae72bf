import { STRENGTH, type ItemState } from "./states";

/** One change to one item, named by the device that made it. `at` is the device's time (ISO 8601): shown, never used to decide. */
export type Operation = { opId: string; itemId: string; state: ItemState; clock: number; at: string };

type Ranked = { opId: string; state: ItemState; clock: number };

/** Whether `a` decides over `b`: by clock, then strength of the state, then id. A total order, the same on both sides. */
export function outranks(a: Ranked, b: Ranked): boolean {
  if (a.clock !== b.clock) return a.clock > b.clock;
  if (STRENGTH[a.state] !== STRENGTH[b.state]) return STRENGTH[a.state] > STRENGTH[b.state];
  return a.opId.toLowerCase() > b.opId.toLowerCase();
}

/** The deciding operation of each item. A maximum: order, repetition and delay change nothing. */
export function foldOperations<T extends Ranked & { itemId: string }>(operations: Iterable<T>): Map<string, T> {
  const deciding = new Map<string, T>();
  for (const operation of operations) {
    const known = deciding.get(operation.itemId);
    if (!known || outranks(operation, known)) deciding.set(operation.itemId, operation);
  }
  return deciding;
}
