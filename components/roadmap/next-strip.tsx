"use client";

import { Icon } from "@/components/ui/icon";
import { useProgress } from "@/components/progress/use-progress";
import { nextItem, type OutlineItem } from "@/lib/progress/next";

/** Where the learner was, within the thumb's reach. Nothing until something is begun. */
export function NextStrip({ outline }: { outline: OutlineItem[] }) {
  const next = useProgress(({ view }) => (Object.keys(view.items).length > 0 ? nextItem(outline, view.items, view.standing?.waived ?? []) : null));
  if (!next) return null;
  return (
    <nav className="where no-print" aria-label="Where you were">
      <p className="text-sm">
        <span className="text-soft">{next.doing ? "You were at" : "Next for you"}</span>
        <br />
        <b>{next.item.title}</b>
      </p>
      <a className="btn go" rel="next" href={next.item.path}>
        Go on <Icon name="arrow-right" />
      </a>
    </nav>
  );
}
