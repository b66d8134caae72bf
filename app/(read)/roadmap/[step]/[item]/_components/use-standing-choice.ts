import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import type { ItemState } from "@/lib/progress/states";

/** How long a choice made with the arrow keys stands before it is said. */
const STANDS_MS = 700;

/**
 * Arrow keys choose every radio that they pass: a choice made with them is said once it stands or the radios are left, and `shown` until then.
 * One made in any other way is said at once.
 */
export function useStandingChoice(say: (state: ItemState) => void) {
  const [shown, setShown] = useState<ItemState | null>(null);
  const byArrow = useRef(false);
  const waiting = useRef<{ state: ItemState; timer: number } | null>(null);

  const settle = useCallback(() => {
    if (!waiting.current) return;
    const { state, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    say(state);
    setShown(null);
  }, [say]);

  // The page: who leaves it has chosen.
  useEffect(() => {
    addEventListener("pagehide", settle);
    return () => {
      removeEventListener("pagehide", settle);
      settle();
    };
  }, [settle]);

  function choose(state: ItemState) {
    clearTimeout(waiting.current?.timer);
    waiting.current = { state, timer: window.setTimeout(settle, STANDS_MS) };
    if (byArrow.current) setShown(state);
    else settle();
  }

  const radios = {
    onKeyDown({ key }: KeyboardEvent) {
      byArrow.current = key.startsWith("Arrow");
    },
    onPointerDown() {
      byArrow.current = false;
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent) {
      if (!currentTarget.contains(relatedTarget)) settle();
    },
  };
  return { choose, shown, radios };
}
