import type { Plan } from "@/db/queries/plans";
import type { SnapshotItem } from "@/db/queries/progress";
import { dayOf, sayDate } from "@/lib/calendar/days";
import { sayHours } from "@/lib/calendar/durations";
import { today } from "@/lib/calendar/now";
import { env } from "@/lib/env";
import { daysAway, lastOf, sayAway, type PlannedStep } from "@/lib/plan/plan";

/** When the road's end is reached, and why that moved. */
export function Standing({ plan, steps, items }: { plan: Plan; steps: PlannedStep[]; items: Record<string, SnapshotItem> }) {
  const day = (moment: Date | string) => dayOf(new Date(moment), env.TIME_ZONE);
  const last = lastOf([...Object.values(items).map(({ at }) => at), plan.handedInAt?.toISOString()]);
  const away = daysAway(last ? day(last) : null, day(plan.savedAt), today());
  const end = steps.at(-1);
  if (!end) return <p className="lead">Every item is done, proven, skipped or waived: the plan has nothing left to date.</p>;
  return (
    <>
      <p className="lead">
        The road’s end by {sayDate(end.doneOn, { today: today() })}, at {sayHours(plan.hoursPerWeek)} a week.
      </p>
      {away !== null && <p>{sayAway(away)}</p>}
    </>
  );
}
