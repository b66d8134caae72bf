import type { Week } from "@/db/queries/week";
import { sayDate, type Day } from "@/lib/calendar/days";
import type { OutlineItem } from "@/lib/progress/next";
import { findStep } from "@/lib/roadmap/catalog";
import { absolute } from "@/lib/site/absolute";
import { lines } from "./texts";
import type { Mail } from "./transport";

const NAMED = 8;

/** What a week was, for one person. `week` is the Monday after it; `titleOf` knows the items of the roadmap. */
export function summaryMail(summary: Week, week: Day, next: OutlineItem | null, titleOf: (itemId: string) => string | undefined): Mail {
  return {
    subject: "Your week on Milepost",
    text: lines(
      ...(summary.learns ? learnerPart(summary, week, next, titleOf) : []),
      ...summary.cohorts.map(
        ({ name, learners, active, done, proven, waiting }) =>
          `${name}: ${counted(active, "learner")} of ${learners} active, ${counted(done, "item")} done and ${proven} proven this week, ${counted(waiting, "submission")} waiting for a review.`,
      ),
      summary.cohorts.length > 0 ? `Who is stuck today, and on what: ${absolute("/teach")}` : null,
      `To get no summary any more: ${absolute("/settings")}`,
    ),
  };
}

function learnerPart({ done, proven, due }: Week, week: Day, next: OutlineItem | null, titleOf: (itemId: string) => string | undefined): string[] {
  return [
    `${counted(done.length, "item")} done and ${proven.length} proven this week.`,
    ...named("Done", done, titleOf),
    ...named("Proven", proven, titleOf),
    next ? `Next: ${next.title}, about ${next.hours} h. ${absolute(next.path)}` : "Every item of the road is done, proven, skipped or waived.",
    ...due.map(({ stepSlug, dueOn, cohortName }) => `Due on ${sayDate(dueOn, { weekday: true, today: week })} in ${cohortName}: ${findStep(stepSlug)?.title ?? stepSlug}.`),
    `Your road and your plan: ${absolute("/home")}`,
  ];
}

function named(what: string, itemIds: string[], titleOf: (itemId: string) => string | undefined): string[] {
  const titles = itemIds.flatMap((itemId) => titleOf(itemId) ?? []);
  if (titles.length === 0) return [];
  const more = titles.length - NAMED;
  return [`${what}: ${titles.slice(0, NAMED).join("; ")}${more > 0 ? `; and ${more} more` : ""}.`];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
