"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Changes } from "@/lib/cohorts/changes";

/** Between an answer and the next question, and after a question without one. Milliseconds. */
const PAUSE = 2_000;
const PAUSE_AFTER_TROUBLE = 30_000;

type Props = {
  cohort: string;
  /** The moment as of which the page was read, as an ISO date and as people say it. */
  since: string;
  time: string;
};

/** As of when the page is, and whether learners recorded something since: it changes when its reader asks for it, never under their finger. */
export function BoardChanges({ cohort, since, time }: Props) {
  const router = useRouter();
  const line = useRef<HTMLParagraphElement>(null);
  const [found, setFound] = useState({ since, learners: 0 });
  const learners = found.since === since ? found.learners : 0;

  // The server, for as long as the page is looked at.
  useEffect(() => {
    const leaving = new AbortController();
    void watch({ cohort, since, signal: leaving.signal, tell: (count) => setFound({ since, learners: count }) });
    return () => leaving.abort();
  }, [cohort, since]);

  const show = () => {
    // The button goes with what it shows.
    line.current?.focus();
    router.refresh();
  };

  return (
    <p className="row text-sm board-changes no-print" role="status" tabIndex={-1} ref={line}>
      {learners === 0 ? (
        <span className="text-soft">As of {time}.</span>
      ) : (
        <>
          <b>{learners === 1 ? "One learner" : `${learners} learners`} recorded something.</b>
          <button type="button" className="btn" onClick={show}>
            Show it
          </button>
        </>
      )}
    </p>
  );
}

type Watch = { cohort: string; since: string; signal: AbortSignal; tell: (learners: number) => void };

async function watch({ cohort, since, signal, tell }: Watch): Promise<void> {
  let known = 0;
  while (!signal.aborted) {
    await whenVisible(signal);
    const answer = await ask(`/api/cohorts/${cohort}/changes?${new URLSearchParams({ since, known: String(known) }).toString()}`, signal);
    if (answer === "refused") return;
    if (answer !== "nothing" && answer.learners !== known) tell((known = answer.learners));
    await pause(answer === "nothing" ? PAUSE_AFTER_TROUBLE : PAUSE, signal);
  }
}

/** `refused`: signed out, or the cohort is not theirs any more. `nothing`: no connection, too much to do, or too many boards. */
async function ask(address: string, signal: AbortSignal): Promise<Changes | "refused" | "nothing"> {
  try {
    const response = await fetch(address, { signal, cache: "no-store" });
    if (response.ok) {
      const changes: Changes = await response.json();
      return changes;
    }
    return response.status < 500 && response.status !== 429 ? "refused" : "nothing";
  } catch {
    // No connection: the page says as of when it is.
    return "nothing";
  }
}

const pause = (milliseconds: number, signal: AbortSignal) => until(signal, (resolve) => void setTimeout(resolve, milliseconds));

const whenVisible = (signal: AbortSignal) =>
  until(signal, (resolve) => {
    if (document.visibilityState === "visible") resolve();
    else document.addEventListener("visibilitychange", resolve, { once: true, signal });
  });

function until(signal: AbortSignal, begin: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      signal.removeEventListener("abort", end);
      resolve();
    };
    signal.addEventListener("abort", end);
    begin(end);
  });
}
