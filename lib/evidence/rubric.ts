import type { Criterion } from "@/db/queries/evidence";
import { findItem } from "@/lib/roadmap/catalog";

/** The lines of an item's rubric; none where it has none. */
export function rubricOf(itemId: string): readonly string[] {
  return findItem(itemId)?.item.rubric ?? [];
}

/**
 * The rubric of an item with the lines that are met; null where the item has none. Undefined when a line is not of the rubric: it was
 * changed since the reviewer opened it.
 */
export function judgeRubric(itemId: string, met: readonly string[]): Criterion[] | null | undefined {
  const rubric = rubricOf(itemId);
  if (!met.every((text) => rubric.includes(text))) return undefined;
  return rubric.length === 0 ? null : rubric.map((text) => ({ text, met: met.includes(text) }));
}

/** "2 of 3". */
export function sayMet(rubric: readonly Criterion[]): string {
  return `${rubric.filter(({ met }) => met).length} of ${rubric.length}`;
}
