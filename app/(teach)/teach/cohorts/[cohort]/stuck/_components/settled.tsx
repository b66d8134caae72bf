import { Sentence } from "@/components/cohorts/signal-entries";
import { ActionForm } from "@/components/ui/action-form";
import { sayDate } from "@/lib/calendar/days";
import { sayMoment, today } from "@/lib/calendar/now";
import { sayParts } from "@/lib/cohorts/say-signal";
import { keyOfSignal } from "@/lib/cohorts/signal-key";
import type { SettledSignal } from "@/lib/cohorts/stuck";
import { SOMEBODY } from "@/lib/evidence/words";
import { reopenSignal } from "../actions";
import { SignalFields } from "./settle-form";

type Props = { cohort: { slug: string; as: "instructor" | "admin"; archivedAt: Date | null }; settled: readonly SettledSignal[] };

/** What was seen already, by whom, and with which note. */
export function Settled({ cohort, settled }: Props) {
  if (settled.length === 0) return null;
  return (
    <section className="flow" aria-labelledby="settled">
      <h2 id="settled">Snoozed and settled</h2>
      <ul className="list">
        {settled.map(({ signal, settlement }) => (
          <li key={keyOfSignal(signal)} className="flow">
            <p>
              <b>{signal.learner.name}</b> <Sentence at={`/teach/cohorts/${cohort.slug}`} says={sayParts(signal)} />
            </p>
            <p className="whitespace-pre-line">{settlement.note}</p>
            <p className="text-sm text-soft">
              {settlement.snoozedUntil ? `Snoozed until ${sayDate(settlement.snoozedUntil, { today: today() })}` : "Settled until the facts change"} by{" "}
              {settlement.settledBy ?? SOMEBODY.toLowerCase()}, {sayMoment(settlement.settledAt)}
            </p>
            {cohort.as === "instructor" && !cohort.archivedAt && (
              <ActionForm action={reopenSignal} button="Show it again">
                <SignalFields cohort={cohort} signal={signal} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
