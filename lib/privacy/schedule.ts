import { claimRetention, removeWhatIsOver, saveRetention } from "@/db/queries/retention";
import { today } from "@/lib/calendar/now";

const PAUSE_MS = 3_600_000;
const FIRST_MS = 60_000;

/** Holds to lib/privacy/retention.ts: once a day over all servers, until the process ends. A day that was cut off, or in which a table failed, is made good on the next. */
export function startRetention(): void {
  setTimeout(() => void round(), FIRST_MS).unref();
}

async function round(): Promise<void> {
  try {
    const day = today();
    if (await claimRetention(day)) await saveRetention(day, await removeWhatIsOver());
  } catch (error) {
    console.warn("What was kept long enough is removed later.", error);
  }
  setTimeout(() => void round(), PAUSE_MS).unref();
}
