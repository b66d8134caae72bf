import type { ItemOfLearner } from "@/db/queries/learner-page";
import type { Waiver } from "@/db/queries/notes-and-waivers";
import { daysBetween, type Day } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { roadmap } from "@/lib/roadmap/catalog";
import type { Item, Step } from "@/lib/roadmap/roadmap";
import { addShares, cellAt, isOpen, shareOfCells, withWaivers, type Cells, type WaivedShare } from "./grid-cells";
import { daysAtPace } from "./signals";

export type PlannedStep = { step: Step; share: WaivedShare; dueOn: Day | null; said: string };

export type InProgress = { item: Item; step: Step; since: Date; days: number; daysAtPace: number };

export type LearnerRoad = { cells: Cells; share: WaivedShare; steps: PlannedStep[]; inProgress: InProgress[] };

type Known = {
  items: readonly ItemOfLearner[];
  waivers: readonly Pick<Waiver, "itemId" | "state" | "withdrawnAt">[];
  due: readonly { stepSlug: string; dueOn: Day }[];
};

/** A learner's road beside the cohort's plan. Of what is in progress and not waived the oldest stands first. */
export function readRoad({ items, waivers, due }: Known, { hoursPerWeek }: { hoursPerWeek: number }, now: Date): LearnerRoad {
  const day = today(now);
  const cells = withWaivers(Object.fromEntries(items.map((item) => [item.itemId, item])), waivers.filter(({ withdrawnAt }) => withdrawnAt === null));
  const days = new Map(due.map(({ stepSlug, dueOn }) => [stepSlug, dueOn]));
  const since = new Map(items.map(({ itemId, changedAt }) => [itemId, changedAt]));
  const steps = roadmap.steps.map((step) => {
    const dueOn = days.get(step.slug) ?? null;
    return { step, share: shareOfCells(idsOf(step), cells), dueOn, said: sayPlan(countOpen(step, cells), dueOn, day) };
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

function countOpen(step: Step, cells: Cells): number {
  return idsOf(step).filter((id) => isOpen(cellAt(cells, id))).length;
}

function sayPlan(open: number, dueOn: Day | null, day: Day): string {
  if (open === 0) return "nothing is open";
  const items = open === 1 ? "1 item is open" : `${open} items are open`;
  if (dueOn === null) return `${items}, due on no day`;
  const left = daysBetween(day, dueOn);
  if (left === 0) return `${items}, due today`;
  const days = Math.abs(left) === 1 ? "1 day" : `${Math.abs(left)} days`;
  return left > 0 ? `${items}, due in ${days}` : `late: ${items}, due ${days} ago`;
}
