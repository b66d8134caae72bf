import { findItem } from "@/lib/roadmap/catalog";
import type { Signal } from "./signals";

/** A piece of a sentence: words, or an item. */
export type Said = string | { itemId: string; title: string };

/** What follows the learner's name. */
export function sayParts({ says }: Pick<Signal, "says">): Said[] {
  return says.map((part) => (typeof part === "string" ? part : { ...part, title: titleOf(part.itemId) }));
}

/** The whole sentence of a signal, as text. */
export function saySignal({ learner, says }: Pick<Signal, "learner" | "says">): string {
  return [learner.name, ...sayParts({ says }).map((part) => (typeof part === "string" ? part : part.title))].join(" ");
}

export function titleOf(itemId: string): string {
  return findItem(itemId)?.item.title ?? itemId;
}
