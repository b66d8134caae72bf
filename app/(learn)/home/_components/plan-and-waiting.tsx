"use client";

import { useProgress } from "@/components/progress/use-progress";
import { dayOf } from "@/lib/calendar/days";
import type { OutlineItem } from "@/lib/progress/next";
import { PlanLine } from "./plan-line";
import { PrivacyNotice } from "./privacy-notice";
import { WaitingList } from "./waiting-list";

export function PlanAndWaiting({ outline }: { outline: OutlineItem[] }) {
  const view = useProgress((status) => status.view);
  if (!view?.standing) return null;
  const { plan, waiting, waived, notice } = view.standing;
  // The device's own day: without a connection nobody else can say which it is.
  const day = (moment: Date) => dayOf(moment, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <section className="flow" aria-labelledby="for-you">
      <h2 id="for-you" className="sr-only">
        Your plan and what waits for you
      </h2>
      <PrivacyNotice told={notice} />
      <PlanLine plan={plan} waived={waived} outline={outline} items={view.items} day={day} />
      <WaitingList waiting={waiting} outline={outline} />
    </section>
  );
}
