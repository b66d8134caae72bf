import "./readiness.css";
import { sayHours } from "@/lib/calendar/durations";
import { sayDate, type Day } from "@/lib/calendar/days";
import { datesOf } from "@/lib/readiness/dates";
import type { Way } from "@/lib/readiness/shortest-way";
import type { ItemRecord } from "@/lib/readiness/weights";
import { sayStanding, sayWork } from "@/lib/readiness/words";
import { findItem, itemPath } from "@/lib/roadmap/catalog";

export type WayListProps = {
  way: Way;
  record: ItemRecord;
  /** Points that each item adds by itself. */
  gains: Readonly<Record<string, number>>;
  /** The plan’s; null while the learner has none. */
  hoursPerWeek: number | null;
  today: Day;
};

/** The items of a shortest way, with the day on which each is done by the plan. */
export function WayList({ way, record, gains, hoursPerWeek, today }: WayListProps) {
  if (way.items.length === 0) return <p>You are there: {way.mark} of 100 is reached.</p>;
  const hours = way.items.map((item) => item.hours);
  const days = hoursPerWeek === null ? [] : datesOf(hours, hoursPerWeek, today);
  const say = (day: Day) => sayDate(day, { today });
  const last = days.at(-1);
  return (
    <>
      <p className="prose">
        <b>{sayWork(way.items.length, way.hours)}</b>
        {last && (
          <>
            , done by <b>{say(last)}</b> at {sayHours(hoursPerWeek ?? 0)} a week
          </>
        )}
        , to {way.points} of 100. No set of items gets there in fewer hours.
      </p>
      {!last && (
        <p className="prose">
          <a href="/plan">Say how many hours a week you have</a>, and each item gets a date.
        </p>
      )}
      <ol className="way">
        {way.items.map((item, index) => {
          const day = days[index];
          const said = [sayStanding(record[item.itemId]), sayGain(gains[item.itemId] ?? 0), day && `by ${say(day)}`].filter(Boolean);
          return (
            <li key={item.itemId}>
              <a href={itemPath({ slug: item.itemId })}>{findItem(item.itemId)?.item.title}</a>
              <span className="hours">{item.hours}&nbsp;h</span>
              <p>{said.join("; ")}</p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function sayGain(points: number): string {
  if (points === 0) return "no points by itself";
  return points === 1 ? "1 point by itself" : `${points} points by itself`;
}
