import type { ReactNode } from "react";
import { keyOfSignal } from "@/lib/cohorts/signal-key";
import { sayParts } from "@/lib/cohorts/say-signal";
import { RULES, type Signal, type Thresholds } from "@/lib/cohorts/signals";
import { byLearner } from "@/lib/cohorts/stuck";
import { SignalEntries } from "./signal-entries";

type Props = {
  cohort: { slug: string; thresholds: Thresholds; as: "instructor" | "admin"; archivedAt: Date | null };
  signals: readonly Signal[];
  /** Shown under the one signal that is being settled. */
  settling?: { key: string; form: ReactNode };
};

/** One entry a person: every reason in a sentence, with its rule. */
export function SignalList({ cohort, signals, settling }: Props) {
  const people = byLearner(signals).map(({ learner, signals: reasons }) => ({
    ...learner,
    reasons: reasons.map((signal) => ({ key: keyOfSignal(signal), says: sayParts(signal), rule: RULES[signal.rule].words(cohort.thresholds) })),
  }));
  return <SignalEntries at={`/teach/cohorts/${cohort.slug}`} people={people} writes={!cohort.archivedAt} settles={!cohort.archivedAt && cohort.as === "instructor"} settling={settling} />;
}
