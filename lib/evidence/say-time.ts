import { env } from "@/lib/env";

/** "2:30 pm" in the installation's time zone. */
export function sayTime(moment: Date): string {
  return moment.toLocaleTimeString("en-IN", { timeZone: env.TIME_ZONE, hour: "numeric", minute: "2-digit" });
}
