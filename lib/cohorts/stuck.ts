import type { TaughtCohort } from "@/db/queries/cohorts";
import { listFacts, listSettlements, type FactsRow, type Settlement } from "@/db/queries/signals";
import { daysBetween, type Day } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { openCounter } from "@/lib/progress/next";
import type { ItemState } from "@/lib/progress/states";
import { findItem, isItemId } from "@/lib/roadmap/catalog";
import { outline } from "@/lib/roadmap/outline";
import { readItems, readStates } from "./grid-cells";
import { findSignals, type LearnerFacts, type Signal } from "./signals";
import { STEP_ITEMS } from "./step-items";

export type SettledSignal = { signal: Signal; settlement: Settlement };

/** Items on which several learners are at once, with the median of days so far. */
type BusyItem = { itemId: string; learners: number; medianDays: number };

export type Stuck = {
  /** What an instructor should look at now. */
  signals: Signal[];
  /** What an instructor has seen already, and which still holds. */
  settled: SettledSignal[];
  busy: BusyItem[];
  /** Its last day is over: nobody is called stuck any more. */
  ended: boolean;
  learners: number;
  learnerIds: string[];
  /** People under 18 who are left out, because the consent of parents is not recorded. */
  leftOut: number;
};

const countOpen = openCounter(outline);

const DAY_MS = 24 * 60 * 60 * 1000;
const MANY = 3;

/** What is on record of a cohort at one moment. */
export type CohortRecord = { rows: FactsRow[]; settlements: Settlement[]; now: Date };

export async function readRecord(cohort: TaughtCohort, now: Date): Promise<CohortRecord> {
  const { quietDays, returnedDays, returnedTimes } = cohort.thresholds;
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const asked = { stepItems: STEP_ITEMS, day: today(now), quietSince: before(quietDays), returnedSince: before(returnedDays), returnedTimes };
  const [rows, settlements] = await Promise.all([listFacts(cohort, asked), listSettlements(cohort)]);
  return { rows, settlements, now };
}

/** Who of the cohort is stuck, and on what. */
export function findStuck(cohort: TaughtCohort, { rows, settlements, now }: CohortRecord): Stuck {
  const seen = rows.filter((row) => !row.under18 || cohort.consentRecorded);
  const day = today(now);
  const ended = cohort.endsOn < day;
  const facts = seen.map((row) => factsOf(row, cohort, day));
  const all = ended || day < cohort.startsOn ? [] : findSignals(facts, cohort.thresholds, now, (itemId) => findItem(itemId)?.item.hours ?? 0);
  return { ...divide(all, settlements, day), ended, busy: busyItems(facts, now), learners: rows.length, learnerIds: rows.map(({ id }) => id), leftOut: rows.length - seen.length };
}

export async function readStuck(cohort: TaughtCohort, now: Date): Promise<Stuck> {
  return findStuck(cohort, await readRecord(cohort, now));
}

const known = ({ itemId }: { itemId: string }) => findItem(itemId)?.item.retired === undefined && isItemId(itemId);

function factsOf(row: FactsRow, cohort: TaughtCohort, day: Day): LearnerFacts {
  const doing = doingOf(row);
  return {
    learner: { id: row.id, name: row.name },
    enrolledAt: new Date(row.enrolledAt),
    daysOfCohort: daysBetween(cohort.startsOn, day),
    lastActivityAt: row.lastActivityAt === null ? null : new Date(row.lastActivityAt),
    // Open items decide only about those who were quiet for long: of the others they are not read.
    openItems: row.done === null ? 0 : doing.length + countOpen(statesOf(row)),
    doing,
    returned: (row.returned ?? []).filter(known).map(({ at, ...submission }) => ({ ...submission, at: new Date(at) })),
    returns: (row.returns ?? []).filter(known),
    due: { items: row.due, settled: row.settledDue },
    hoursPerWeek: row.hoursPerWeek ?? cohort.hoursPerWeek,
  };
}

/** Items in progress and not waived. */
export function doingOf(row: Pick<FactsRow, "doing" | "doingSince" | "waived">): LearnerFacts["doing"] {
  const since = readItems(row.doingSince);
  const waived = readItems(row.waived);
  return readItems(row.doing)
    .map((itemId, index) => ({ itemId, since: new Date(Number(since[index])) }))
    .filter((item) => known(item) && !waived.includes(item.itemId));
}

/** What is waived counts as done. */
export function statesOf({ waived, ...items }: Pick<FactsRow, "done" | "skipped" | "doing" | "waived">): Map<string, ItemState> {
  const states = readStates(items);
  for (const itemId of readItems(waived)) states.set(itemId, "done");
  return states;
}

function divide(signals: Signal[], settlements: Settlement[], day: Day): Pick<Stuck, "signals" | "settled"> {
  const key = (learnerId: string, rule: string, itemId: string) => `${learnerId} ${rule} ${itemId}`;
  const said = new Map(settlements.map((settlement) => [key(settlement.learnerId, settlement.rule, settlement.itemId), settlement]));
  const open: Signal[] = [];
  const settled: SettledSignal[] = [];
  for (const signal of signals) {
    const settlement = said.get(key(signal.learner.id, signal.rule, signal.itemId ?? ""));
    if (settlement?.facts === signal.facts && (settlement.snoozedUntil === null || settlement.snoozedUntil > day)) settled.push({ signal, settlement });
    else open.push(signal);
  }
  return { signals: open, settled };
}

function busyItems(facts: readonly LearnerFacts[], now: Date): BusyItem[] {
  const since = new Map<string, number[]>();
  for (const { doing } of facts) {
    for (const item of doing) {
      const times = since.get(item.itemId) ?? [];
      times.push(now.getTime() - item.since.getTime());
      since.set(item.itemId, times);
    }
  }
  return [...since]
    .filter(([, times]) => times.length >= MANY)
    .map(([itemId, times]) => ({ itemId, learners: times.length, medianDays: Math.floor(median(times) / DAY_MS) }))
    .sort((a, b) => b.learners - a.learners || b.medianDays - a.medianDays || (a.itemId < b.itemId ? -1 : 1));
}

/** The signals of each person together, in the order of the most pressing one. */
export function byLearner(signals: readonly Signal[]): { learner: Signal["learner"]; signals: Signal[] }[] {
  const people = new Map<string, { learner: Signal["learner"]; signals: Signal[] }>();
  for (const signal of signals) {
    const person = people.get(signal.learner.id) ?? { learner: signal.learner, signals: [] };
    person.signals.push(signal);
    people.set(signal.learner.id, person);
  }
  return [...people.values()];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
