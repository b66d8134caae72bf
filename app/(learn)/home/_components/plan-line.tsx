import { sayDate, type Day } from "@/lib/calendar/days";
import { daysAway, lastOf, planOf, sayAway } from "@/lib/plan/plan";
import type { OutlineItem } from "@/lib/progress/next";
import type { Standing } from "@/lib/progress/snapshot";
import type { ItemView } from "@/lib/progress/view";

type Props = { plan: Standing["plan"]; waived: Standing["waived"]; outline: OutlineItem[]; items: Record<string, ItemView>; day: (moment: Date) => Day };

/** "Step 4 by 12 December at 8 hours a week." */
export function PlanLine({ plan, waived, outline, items, day }: Props) {
  if (!plan) {
    return (
      <p>
        <a href="/plan">Say how many hours a week you have</a>, and each step gets a date.
      </p>
    );
  }
  const today = day(new Date());
  const [step] = planOf(outline, { states: items, waived }, plan.hoursPerWeek, today);
  if (!step) return null;
  const last = lastOf([...Object.values(items).map(({ at }) => at), plan.handedInAt]);
  const away = daysAway(last ? day(new Date(last)) : null, day(new Date(plan.savedAt)), today);
  return (
    <p>
      <b>
        Step {step.step} by {sayDate(step.doneOn, { today })}
      </b>{" "}
      at {plan.hoursPerWeek === 1 ? "one hour" : `${plan.hoursPerWeek} hours`} a week. {away !== null && sayAway(away)} <a href="/plan">All dates, and your hours</a>
    </p>
  );
}
