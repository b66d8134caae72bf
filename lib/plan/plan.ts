import { addDays, daysBetween, type Day } from "@/lib/calendar/days";
import { PROVEN_FROM, type ItemState } from "@/lib/progress/states";

export type PlannedItem = { slug: string; step: number; hours: number };

/** A step with work left in it: its hours, and the day on which they are done. */
export type PlannedStep = { step: number; hours: number; doneOn: Day };

/** What takes work off a plan: the learner's own states and proofs, and the items that instructors waived. */
export type PlanFacts = { states: Readonly<Record<string, { state: ItemState; level?: number }>>; waived: readonly string[] };

const DAYS_PER_WEEK = 7;

/**
 * The day on which each step is finished, in the order of the road, when every week from today on has so many hours. What is done,
 * skipped, proven or waived (by an instructor, per item) is no work; a step without work is not listed.
 */
export function planOf(items: readonly PlannedItem[], { states, waived }: PlanFacts, hoursPerWeek: number, today: Day): PlannedStep[] {
  const hours = new Map<number, number>();
  for (const item of items) {
    const { state = "todo", level = 0 } = states[item.slug] ?? {};
    if ((state === "todo" || state === "doing") && level < PROVEN_FROM && !waived.includes(item.slug)) hours.set(item.step, (hours.get(item.step) ?? 0) + item.hours);
  }
  let all = 0;
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([step, ofStep]) => {
      all += ofStep;
      return { step, hours: ofStep, doneOn: addDays(today, Math.ceil((all * DAYS_PER_WEEK) / hoursPerWeek)) };
    });
}

/** The last of some moments as ISO 8601 has them; null when there is none. */
export function lastOf(moments: readonly (string | null | undefined)[]): string | null {
  return moments.flatMap((moment) => moment ?? []).sort().at(-1) ?? null;
}

/** Whole days without any activity, from a week on; null when there is nothing to say. The plan counts from the day it was saved. */
export function daysAway(lastActivity: Day | null, savedOn: Day, today: Day): number | null {
  if (lastActivity === null) return null;
  const days = daysBetween(lastActivity > savedOn ? lastActivity : savedOn, today);
  return days >= DAYS_PER_WEEK ? days : null;
}

/** "You were away for a week, so the dates moved by seven days." */
export function sayAway(days: number): string {
  const weeks = days / DAYS_PER_WEEK;
  const away = !Number.isInteger(weeks) ? `${sayNumber(days)} days` : weeks === 1 ? "a week" : `${sayNumber(weeks)} weeks`;
  return `You were away for ${away}, so the dates moved by ${sayNumber(days)} days.`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** In words up to twelve. */
export function sayNumber(count: number): string {
  return WORDS[count] ?? String(count);
}
