"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { markOf, sayItem } from "@/lib/progress/words";
import type { ItemState } from "@/lib/progress/states";
import { KeptWords } from "./kept-words";
import { useDevice } from "./progress-provider";
import { useItem } from "./use-progress";

/** Two taps within this time are one: a trembling hand or a slow screen unticks nothing. */
const DOUBLE_TAP_MS = 450;

type Props = { itemId: string; title: string; onTick?: () => void; children: ReactNode };

/** One item in a list, with its tick. What stands beside the tick (title, hours) comes from the server. */
export function ItemRow({ itemId, title, onTick, children }: Props) {
  const device = useDevice();
  const item = useItem(itemId);
  const lastTap = useRef(-Infinity);
  const box = useRef<HTMLInputElement>(null);
  const [before, setBefore] = useState<ItemState | null>(null);

  // The document: on a slow phone the box may have been tapped before this script ran.
  useEffect(() => {
    if (!box.current?.checked || !device) return;
    void device.setState(itemId, "done").then((changed) => changed && setBefore("todo"));
  }, [device, itemId]);

  function tick(done: boolean) {
    const now = performance.now();
    if (now - lastTap.current < DOUBLE_TAP_MS) return;
    lastTap.current = now;
    onTick?.();
    setBefore(item.state);
    void device?.setState(itemId, done ? "done" : "todo");
  }

  function undo(state: ItemState) {
    // The button that was pressed goes.
    box.current?.focus({ preventScroll: true });
    setBefore(null);
    void device?.setState(itemId, state);
  }

  const kept = item.kept === "server" ? "" : "kept";
  return (
    <li>
      <input
        ref={box}
        type="checkbox"
        className={`tick ${markOf(item)} ${kept}`}
        aria-label={`${title}: ${sayItem(item)}`}
        autoComplete="off"
        checked={item.state === "done"}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {children}
      {(before !== null || item.kept === "refused") && (
        <p className="said" role="status">
          <KeptWords item={item} />
          {before !== null && (
            <button type="button" onClick={() => undo(before)}>
              Undo<span className="sr-only"> the change to {title}</span>
            </button>
          )}
        </p>
      )}
    </li>
  );
}
