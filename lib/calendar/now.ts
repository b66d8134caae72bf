import { env } from "@/lib/env";
import { dayOf, sayDate, type Day } from "./days";

/** The installation's day. */
export function today(now = new Date()): Day {
  return dayOf(now, env.TIME_ZONE);
}

/** The day of a moment as people of the installation say it: "21 November". */
export function sayMoment(moment: Date, now = new Date()): string {
  return sayDate(dayOf(moment, env.TIME_ZONE), { today: today(now) });
}

/** "2:30 pm" in the installation's time zone. */
export function sayTime(moment: Date): string {
  return moment.toLocaleTimeString("en-IN", { timeZone: env.TIME_ZONE, hour: "numeric", minute: "2-digit" });
}
