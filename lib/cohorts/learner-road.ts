import type { ItemOfLearner } from "@/db/queries/learner-page";
import type { Waiver } from "@/db/queries/notes-and-waivers";
import { daysBetween, type Day } from "@/lib/calendar/days";
import { sayDays } from "@/lib/calendar/durations";
import { today } from "@/lib/calendar/now";
import { planOf } from "@/lib/plan/plan";
import { roadmap } from "@/lib/roadmap/catalog";
import { outline } from "@/lib/roadmap/outline";
import type { Item, Step } from "@/lib/roadmap/roadmap";
import { addShares, cellAt, isOpen, shareOfCells, withWaivers, type Cells, type WaivedShare } from "./grid-cells";
import { daysAtPace } from "./signals";

/** `doneOn`: the day on which nothing of it is open any more, when every week from today on has the learner's hours; null when nothing is. */
export type PlannedStep = { step: Step; share: WaivedShare; dueOn: Day | null; doneOn: Day | null; said: string };

export type InProgress = { item: Item; step: Step; since: Date; days: number; daysAtPace: number };

export type LearnerRoad = { cells: Cells; share: WaivedShare; steps: PlannedStep[]; inProgress: InProgress[] };

type Known = {
  items: readonly ItemOfLearner[];
  waivers: readonly Pick<Waiver, "itemId" | "state" | "withdrawnAt">[];
  due: readonly { stepSlug: string; dueOn: Day }[];
};

/** A learner's road beside the cohort's plan, at the learner's pace in hours a week. Of what is in progress and not waived the oldest stands first. */
export function readRoad({ items, waivers, due }: Known, hoursPerWeek: number, now: Date): LearnerRoad {
  const day = today(now);
  const cells = withWaivers(Object.fromEntries(items.map((item) => [item.itemId, item])), waivers.filter(({ withdrawnAt }) => withdrawnAt === null));
  const days = new Map(due.map(({ stepSlug, dueOn }) => [stepSlug, dueOn]));
  const since = new Map(items.map(({ itemId, changedAt }) => [itemId, changedAt]));
  const open = outline.filter(({ slug }) => isOpen(cellAt(cells, slug)));
  const done = new Map(planOf(open, { states: cells, waived: [] }, hoursPerWeek, day).map(({ step, doneOn }) => [step, doneOn]));
  const steps = roadmap.steps.map((step) => {
    const dueOn = days.get(step.slug) ?? null;
    const items = open.filter((item) => item.step === step.number).length;
    return { step, share: shareOfCells(idsOf(step), cells), dueOn, doneOn: done.get(step.number) ?? null, said: sayPlan(items, dueOn, day) };
  });
  const inProgress = roadmap.steps.flatMap((step) =>
    step.items.flatMap((item) => {
      const begun = since.get(item.slug);
      const cell = cellAt(cells, item.slug);
      if (cell.state !== "doing" || !isOpen(cell) || !begun) return [];
      return [{ item, step, since: begun, days: daysBetween(today(begun), day), daysAtPace: daysAtPace(item.hours, hoursPerWeek) }];
    }),
  );
  return { cells, share: addShares(steps.map(({ share }) => share)), steps, inProgress: inProgress.sort((a, b) => a.since.getTime() - b.since.getTime()) };
}

const idsOf = (step: Step) => step.items.map((item) => item.slug);

function sayPlan(open: number, dueOn: Day | null, day: Day): string {
  if (open === 0) return "nothing is open";
  const items = open === 1 ? "1 item is open" : `${open} items are open`;
  if (dueOn === null) return `${items}, due on no day`;
  const left = daysBetween(day, dueOn);
  if (left === 0) return `${items}, due today`;
  const days = sayDays(Math.abs(left));
  return left > 0 ? `${items}, due in ${days}` : `late: ${items}, due ${days} ago`;
}
