import { findItem } from "@/lib/roadmap/catalog";
import type { Signal } from "./signals";

/** The whole sentence of a signal, as text. */
export function saySignal({ learner, says }: Pick<Signal, "learner" | "says">): string {
  return [learner.name, ...says.map((part) => (typeof part === "string" ? part : titleOf(part.itemId)))].join(" ");
}

export function titleOf(itemId: string): string {
  return findItem(itemId)?.item.title ?? itemId;
}
