import { PROVEN_FROM, type ItemState } from "@/lib/progress/states";
import type { Level } from "@/lib/roles/roles";

/** What is recorded of one item; `waived` when an instructor waived it for this learner. */
export type Recorded = { state: ItemState; level: number; waived?: boolean };

/** What is recorded of a learner, by item; an item that is not there is to do. */
export type ItemRecord = Readonly<Record<string, Recorded>>;

/** How much an item counts by its proof level, in hundredths. The place in the list is the level; level 0 counts when the item is done. */
export const STRENGTHS = [25, 40, 75, 85, 100, 100] as const;

/** What an item counts in full, in hundredths: reviewed by a person. */
export const FULL = 100;

/** From this level on there is nothing left to prove. */
export const FULL_FROM = STRENGTHS.indexOf(FULL);

/** Hours of an item that show a skill as well as it is asked; a shorter item counts in proportion. */
export const NEEDED_HOURS: Readonly<Record<Level, number>> = { aware: 2, working: 4, strong: 6 };

/** Proving what is already done takes this part of the item’s hours, rounded up. */
const PROVING_PART = 1 / 4;

/** Weight of a skill that the role of a listing does not name. */
export const OTHER_WEIGHT = 5;

/** A skill that is good to have weighs this part of a required one. */
export const PREFERRED_PART = 1 / 2;

/** In hundredths. What is only to do, doing or skipped counts nothing; a proof counts whatever the state says. */
export function strengthOf({ state, level }: Recorded): number {
  const claimed = state === "done" || (level > 0 && state !== "skipped");
  return claimed || level >= PROVEN_FROM ? (STRENGTHS[Math.min(level, STRENGTHS.length - 1)] ?? 0) : 0;
}

/** The work is done: only its proof may be missing. */
export function isSettled(recorded: Recorded | undefined): boolean {
  return recorded !== undefined && (recorded.state === "done" || recorded.level >= PROVEN_FROM);
}

/** As a prerequisite it takes no work: it is done, or nothing waits for it because it was skipped or waived. */
export function isPassed(recorded: Recorded | undefined): boolean {
  return isSettled(recorded) || recorded?.state === "skipped" || recorded?.waived === true;
}

/** Hours until an item of so many hours is proven: all of them, or a part where the work is done; whole, at least 1. */
export function hoursToProve(hours: number, recorded: Recorded | undefined): number {
  return isSettled(recorded) ? Math.max(1, Math.ceil(hours * PROVING_PART)) : hours;
}
