import { dayOf, type Day } from "@/lib/calendar/days";

const FROM_HOUR = 7;

/** The day, when a moment falls on a Monday from seven in the morning on; null otherwise. */
export function mondayMorning(moment: Date, timeZone: string): Day | null {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value;
  return part("weekday") === "Mon" && Number(part("hour")) >= FROM_HOUR ? dayOf(moment, timeZone) : null;
}
