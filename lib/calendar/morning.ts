import { dayOf, type Day } from "./days";

/** The hour from which on a day has begun for people who read mail. */
export const FROM_HOUR = 7;

/** The day on which a moment falls, and whether it is a Monday; null before FROM_HOUR. */
export function morningOf(moment: Date, timeZone: string): { day: Day; isMonday: boolean } | null {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value;
  return Number(part("hour")) >= FROM_HOUR ? { day: dayOf(moment, timeZone), isMonday: part("weekday") === "Mon" } : null;
}
