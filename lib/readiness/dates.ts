import { addDays, type Day } from "@/lib/calendar/days";

const DAYS_PER_WEEK = 7;

/** The day on which each piece of work is done, one after the other, when every week from today on has so many hours. */
export function datesOf(hours: readonly number[], hoursPerWeek: number, today: Day): Day[] {
  let all = 0;
  return hours.map((work) => {
    all += work;
    return addDays(today, Math.ceil((all * DAYS_PER_WEEK) / hoursPerWeek));
  });
}
