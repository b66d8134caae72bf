"use client";

import { sayItem } from "@/lib/progress/words";
import { useItem } from "./use-progress";

/** What the learner has said of an item, or nothing. */
export function StateWords({ itemId }: { itemId: string }) {
  const item = useItem(itemId);
  return item.state === "todo" && item.level === 0 ? null : <span className="text-soft">· {sayItem(item)}</span>;
}
