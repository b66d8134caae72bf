import { sayDays, sayHours } from "@/lib/calendar/durations";
import { sayMoment } from "@/lib/calendar/now";
import type { InProgress } from "@/lib/cohorts/learner-road";
import { itemPath } from "@/lib/roadmap/catalog";

type Props = { items: readonly InProgress[]; hoursPerWeek: number };

export function InProgressList({ items, hoursPerWeek }: Props) {
  return (
    <section className="flow" aria-labelledby="in-progress">
      <h2 id="in-progress">In progress</h2>
      {items.length === 0 && <p className="text-soft">Nothing is in progress.</p>}
      <ul className="list">
        {items.map(({ item, step, since, days, daysAtPace }) => (
          <li key={item.slug}>
            <a href={itemPath(item)}>{item.title}</a>
            <span className="block text-sm text-soft">
              Step {step.number}. Since {sayMoment(since)}, {days === 0 ? "today" : sayDays(days)}. It takes {sayHours(item.hours)}; at {sayHours(hoursPerWeek)} a week, {sayDays(daysAtPace)}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
