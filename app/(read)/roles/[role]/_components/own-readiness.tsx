"use client";

import { useEffect, useState } from "react";
import { useProgress } from "@/components/progress/use-progress";
import { Strip } from "@/components/roadmap/surface";
import type { ReadinessAnswer } from "@/lib/readiness/words";

/** How ready the reader is for the role, once the page is there and knows who reads. Nothing for visitors. */
export function OwnReadiness({ role }: { role: string }) {
  const viewerId = useProgress(({ view }) => view.viewer?.id ?? null);
  const [readiness, setReadiness] = useState<ReadinessAnswer | null>(null);

  // The server: what it has recorded.
  useEffect(() => {
    if (!viewerId) return;
    const leaving = new AbortController();
    ask(role, leaving.signal).then(setReadiness, (error: unknown) => {
      if (!leaving.signal.aborted) console.warn("Readiness could not be asked for.", error);
    });
    return () => leaving.abort();
  }, [role, viewerId]);

  if (!viewerId || !readiness) return null;
  return (
    <section className="flow" aria-labelledby="readiness">
      <h2 id="readiness">Your readiness</h2>
      <p>
        <b>{readiness.points} of 100</b>, {readiness.provenPoints} proven. <a href={`/readiness/${role}`}>Where the points come from, and the shortest way to more</a>
      </p>
      <Strip surface={{ done: readiness.points, proven: readiness.provenPoints }} />
    </section>
  );
}

async function ask(role: string, signal: AbortSignal): Promise<ReadinessAnswer | null> {
  const response = await fetch(`/api/readiness/${role}`, { signal });
  if (!response.ok) return null;
  const answer: ReadinessAnswer = await response.json();
  return answer;
}
