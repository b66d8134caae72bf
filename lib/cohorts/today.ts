import type { TaughtCohort } from "@/db/queries/cohorts";
import { countWaitingReviews, listWaitingReviews, type WaitingReview } from "@/db/queries/reviews";
import { countFinished, listDueSteps, listJoined, type Finished, type Joined } from "@/db/queries/signals";
import { addDays, type Day } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { findStep } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";
import { readStuck, type Stuck } from "./stuck";

/** A step that is due within the coming week. */
export type DueStep = { step: Step; dueOn: Day; finished: Finished };

export type Today = {
  cohort: TaughtCohort;
  stuck: Stuck;
  /** The oldest few, and how many wait in all. */
  reviews: WaitingReview[];
  waiting: number;
  due: DueStep[];
  joined: Joined[];
};

const WEEK = 7;
const SHOWN = 5;

/** What an instructor wants to know of a cohort in the morning. */
export async function readToday(cohort: TaughtCohort, now: Date): Promise<Today> {
  const [stuck, reviews, waiting, due, joined] = await Promise.all([
    readStuck(cohort, now),
    listWaitingReviews(cohort, SHOWN),
    countWaitingReviews(cohort),
    readDue(cohort, today(now)),
    listJoined(cohort),
  ]);
  return { cohort, stuck, reviews, waiting, due, joined };
}

async function readDue(cohort: TaughtCohort, day: Day): Promise<DueStep[]> {
  const steps = (await listDueSteps(cohort)).flatMap(({ stepSlug, dueOn }) => {
    const step = findStep(stepSlug);
    return step && dueOn >= day && dueOn < addDays(day, WEEK) ? [{ step, dueOn }] : [];
  });
  return Promise.all(steps.map(async (due) => ({ ...due, finished: await countFinished(cohort, due.step.items.map((item) => item.slug)) })));
}
