import type { ItemView } from "./view";
import { PROVEN_FROM } from "./states";

export const LEVEL_NAMES = ["claimed", "linked", "checked on own machine", "attested", "reviewed", "credentialed"] as const;

/** How an item's mark is drawn. */
export type Mark = "todo" | "doing" | "done" | "proven" | "skipped";

export function markOf(item: ItemView): Mark {
  return item.level >= PROVEN_FROM ? "proven" : item.state;
}

/** What is said of an item to those who do not see its mark. */
export function sayItem(item: ItemView): string {
  const proven = item.level >= PROVEN_FROM ? `proven, ${LEVEL_NAMES[item.level]}` : null;
  const state = { todo: "to do", doing: "doing", done: "done", skipped: "skipped, does not count as done" }[item.state];
  const claim = item.state === "done" && !proven ? "done: a claim" : state;
  const kept = { server: null, device: "kept on this device", refused: "not saved" }[item.kept];
  return [proven && item.state === "done" ? `done, ${proven}` : (proven ?? claim), kept].filter(Boolean).join(", ");
}

/** "21 November", with the year when it is not this one. */
export function sayDay(at: string): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-IN", { day: "numeric", month: "long", year });
}
