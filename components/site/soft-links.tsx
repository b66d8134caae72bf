"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Plain links of the whole site lead to their pages without loading a new document. One listener: a Link for each of 168 items takes
 * a slow phone a tenth of a second, and its code is 3 KiB of every first visit. What a `rel="next"` leads to is fetched when it is
 * pointed at.
 */
export function SoftLinks() {
  const router = useRouter();

  // The document: a link may stand anywhere, and what a page does with its own links comes first.
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
      // Within a page the browser moves the focus as well.
      if (link.hash && link.pathname + link.search === location.pathname + location.search) return;
      event.preventDefault();
      router.push(address(link));
    };
    const prepare = (event: MouseEvent) => {
      const link = linkOf(event);
      if (link?.rel === "next") router.prefetch(address(link));
    };
    document.addEventListener("click", follow);
    document.addEventListener("pointerover", prepare);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("pointerover", prepare);
    };
  }, [router]);

  return null;
}

/** A link to a page of this site. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return link?.href && link.origin === location.origin ? link : null;
}

function address(link: HTMLAnchorElement): string {
  return link.pathname + link.search + link.hash;
}
