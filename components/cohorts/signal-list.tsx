import type { ReactNode } from "react";
import { keyOfSignal } from "@/lib/cohorts/signal-key";
import { titleOf } from "@/lib/cohorts/say-signal";
import { RULES, type Signal, type Thresholds } from "@/lib/cohorts/signals";
import { byLearner } from "@/lib/cohorts/stuck";

type Props = {
  cohort: { slug: string; thresholds: Thresholds; as: "instructor" | "admin"; archivedAt: Date | null };
  signals: readonly Signal[];
  /** Shown under the one signal that is being settled. */
  settling?: { key: string; form: ReactNode };
};

/** One entry a person: every reason in a sentence, with its rule. */
export function SignalList({ cohort, signals, settling }: Props) {
  return (
    <ul>
      {byLearner(signals).map(({ learner, signals: reasons }) => (
        <li key={learner.id} className="signal flow">
          {reasons.map((signal, index) => (
            <div key={keyOfSignal(signal)} id={keyOfSignal(signal)}>
              <p className="text-lg">
                <b>
                  <a href={`/teach/cohorts/${cohort.slug}/learners/${learner.id}`}>{learner.name}</a>
                </b>{" "}
                <Sentence signal={signal} cohort={cohort.slug} />
              </p>
              <p className="text-sm text-soft">
                Rule: {RULES[signal.rule].words(cohort.thresholds)}.
              </p>
              {!cohort.archivedAt && (
                <p className="row mt-2 no-print">
                  {index === 0 && (
                    <a className="btn" href={`/teach/cohorts/${cohort.slug}/messages?to=${learner.id}`}>
                      Write to {learner.name.split(" ")[0]}
                    </a>
                  )}
                  {cohort.as === "instructor" && settling?.key !== keyOfSignal(signal) && (
                    <a className="btn low" href={`/teach/cohorts/${cohort.slug}/stuck?settle=${keyOfSignal(signal)}#${keyOfSignal(signal)}`}>
                      Snooze or settle<span className="sr-only"> this signal of {learner.name}</span>
                    </a>
                  )}
                </p>
              )}
              {settling?.key === keyOfSignal(signal) && settling.form}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What follows the name, with links to its items. */
export function Sentence({ signal, cohort }: { signal: Signal; cohort: string }) {
  return signal.says.map((part, index) =>
    typeof part === "string" ? (
      <span key={index}>{index > 0 ? ` ${part}` : `${part} `}</span>
    ) : (
      <a key={index} href={`/teach/cohorts/${cohort}/items#${part.itemId}`}>
        {titleOf(part.itemId)}
      </a>
    ),
  );
}
