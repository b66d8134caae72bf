"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/**
 * Plain links inside lead to their pages without loading a new document. One listener for a long list: a Link for each of 168 items
 * takes a slow phone a tenth of a second.
 */
export function SoftLinks({ children }: { children: ReactNode }) {
  const router = useRouter();

  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    router.push(link.pathname + link.search + link.hash);
  }

  return <div onClick={follow}>{children}</div>;
}
