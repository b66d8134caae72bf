"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { lastVisit } from "@/lib/site/visited";

/** These pages say it themselves, or are no place to be led away from. */
const SILENT = /^\/(home|roadmap|sign-|claim|print|offline)/;

/** On every page that is not about the road: the item that was looked at last. */
export function WhereWasI() {
  const path = usePathname();
  const kept = useSyncExternalStore(listen, read, () => "");
  const [title, place] = kept.split("\n");
  if (!title || !place || SILENT.test(path)) return null;
  return (
    <nav className="where no-print" aria-label="Where you were">
      <p className="text-sm">
        <span className="text-soft">You were at</span>
        <br />
        <b>{title}</b>
      </p>
      <a className="btn" href={place}>
        Go on <Icon name="arrow-right" />
      </a>
    </nav>
  );
}

function read(): string {
  const visit = lastVisit();
  return visit ? `${visit.title}\n${visit.path}` : "";
}

function listen(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}
