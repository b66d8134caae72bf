import { listDueSteps, type DueDay } from "@/db/queries/cohort-settings";
import { listWaitingReviews, type WaitingReview } from "@/db/queries/reviews";
import type { TaughtCohort } from "@/db/queries/cohorts";
import { countFinished, type Finished } from "@/db/queries/signals";
import { addDays, type Day } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { findStep } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";
import { findStuck, readRecord, type CohortRecord, type Stuck } from "./stuck";

/** A step that is due within the coming week. */
type DueStep = { step: Step; dueOn: Day; finished: Finished };

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
  const dueSteps = listDueSteps(cohort);
  const [reviews, record, due] = await Promise.all([
    listWaitingReviews(cohort, SHOWN),
    readRecord(cohort, now, dueSteps),
    dueSteps.then((steps) => readDue(cohort, steps, now)),
  ]);
  return { cohort, stuck: findStuck(cohort, record), reviews, waiting: reviews[0]?.fromHere ?? 0, due, joined: joinedOf(record) };
}

async function readDue(cohort: TaughtCohort, dueSteps: readonly DueDay[], now: Date): Promise<DueStep[]> {
  const day = today(now);
  const steps = dueSteps.flatMap(({ stepSlug, dueOn }) => {
    const step = findStep(stepSlug);
    return step && dueOn >= day && dueOn < addDays(day, WEEK) ? [{ step, dueOn }] : [];
  });
  return Promise.all(steps.map(async (due) => ({ ...due, finished: await countFinished(cohort, due.step.items.map((item) => item.slug)) })));
}

function joinedOf({ rows, now }: CohortRecord): Today["joined"] {
  return rows.filter(({ enrolledAt }) => enrolledAt > now.getTime() - WEEK * DAY_MS).sort((a, b) => b.enrolledAt - a.enrolledAt);
}
