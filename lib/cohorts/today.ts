import { listWaitingReviews, type WaitingReview } from "@/db/queries/reviews";
import type { TaughtCohort } from "@/db/queries/cohorts";
import { listFinished, type FinishedStep } from "@/db/queries/signals";
import { addDays } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { findStep } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";
import { STEP_ITEMS } from "./step-items";
import { findStuck, readRecord, type CohortRecord, type Stuck } from "./stuck";

/** A step that is due within the coming week. */
type DueStep = { step: Step; finished: FinishedStep };

export type Today = {
  cohort: TaughtCohort;
  stuck: Stuck;
  /** The oldest few, and how many wait in all. */
  reviews: WaitingReview[];
  waiting: number;
  due: DueStep[];
  /** Who joined within the last seven days, the last first. */
  joined: { id: string; name: string }[];
};

const WEEK = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN = 5;

/** What an instructor wants to know of a cohort in the morning. */
export async function readToday(cohort: TaughtCohort, now: Date): Promise<Today> {
  const [reviews, record, due] = await Promise.all([listWaitingReviews(cohort, SHOWN), readRecord(cohort, now), readDue(cohort, now)]);
  return { cohort, stuck: findStuck(cohort, record), reviews, waiting: reviews[0]?.fromHere ?? 0, due, joined: joinedOf(record) };
}

async function readDue(cohort: TaughtCohort, now: Date): Promise<DueStep[]> {
  const from = today(now);
  const steps = await listFinished(cohort, { stepItems: STEP_ITEMS, from, to: addDays(from, WEEK) });
  return steps.flatMap((finished) => {
    const step = findStep(finished.stepSlug);
    return step ? [{ step, finished }] : [];
  });
}

function joinedOf({ rows, now }: CohortRecord): Today["joined"] {
  return rows.filter(({ enrolledAt }) => enrolledAt > now.getTime() - WEEK * DAY_MS).sort((a, b) => b.enrolledAt - a.enrolledAt);
}
