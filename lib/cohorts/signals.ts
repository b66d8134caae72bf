import type { Thresholds } from "@/db/queries/cohorts";
import { sayDays, sayHours } from "@/lib/calendar/durations";

export type { Thresholds };

/** What is on record of one learner of a cohort at one moment. */
export type LearnerFacts = {
  learner: { id: string; name: string };
  enrolledAt: Date;
  /** Whole days since the cohort's first day; negative before it. Nobody is late for what has not begun. */
  daysOfCohort: number;
  /** When the last state of an item was recorded or evidence was last handed in; null when neither was. */
  lastActivityAt: Date | null;
  /** How many items they could work on: begun, or to do with all they need done. */
  openItems: number;
  doing: readonly { itemId: string; since: Date }[];
  /** Returned, and nothing newer was written for the item. */
  returned: readonly { itemId: string; submissionId: string; at: Date }[];
  /** How often each item was returned that is not accepted yet. */
  returns: readonly { itemId: string; times: number }[];
  /** Items whose step is due by now, and how many of them are done, skipped or waived. */
  due: { items: number; settled: number };
  /** The learner's own, or the cohort's. */
  hoursPerWeek: number;
};

export type Rule = "returned-often" | "returned" | "slow" | "quiet" | "unstarted" | "behind";

/** A piece of a sentence: words, or the name of an item. */
type Part = string | { itemId: string };

/** A stated reason to look at a learner. */
export type Signal = {
  rule: Rule;
  learner: { id: string; name: string };
  /** Null where it is about no single item. */
  itemId: string | null;
  /** Follows the learner's name. */
  says: readonly Part[];
  /** What it rests on: a settled signal comes back when this is another text. */
  facts: string;
  /** Since when it could have been seen: what is older stands first. */
  since: Date;
};

type RuleOf = (facts: LearnerFacts, thresholds: Thresholds, now: Date, hoursOf: (itemId: string) => number) => Signal[];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Every rule, the one that asks for the instructor's own answer first. */
export const RULES: Record<Rule, { words: (thresholds: Thresholds) => string; find: RuleOf }> = {
  "returned-often": {
    words: ({ returnedTimes }) => `the same item returned ${times(returnedTimes)} or more, and not accepted yet`,
    find: ({ learner, returns, enrolledAt }, { returnedTimes }) =>
      returns
        .filter((item) => item.times >= returnedTimes)
        .map(({ itemId, times: count }) => ({
          rule: "returned-often",
          learner,
          itemId,
          says: ["has had", { itemId }, `returned ${times(count)}.`],
          facts: String(count),
          since: enrolledAt,
        })),
  },
  returned: {
    words: ({ returnedDays }) => `a returned submission untouched for ${sayDays(returnedDays)}`,
    find: ({ learner, returned }, { returnedDays }, now) =>
      returned
        .filter(({ at }) => daysSince(at, now) >= returnedDays)
        .map(({ itemId, submissionId, at }) => ({
          rule: "returned",
          learner,
          itemId,
          says: ["has left", { itemId }, `untouched for ${sayDays(daysSince(at, now))} since it was returned.`],
          facts: submissionId,
          since: at,
        })),
  },
  slow: {
    words: ({ slowTimes }) => `in progress for more than ${times(slowTimes)} its hours at the learner’s pace`,
    find: ({ learner, doing, hoursPerWeek }, { slowTimes }, now, hoursOf) =>
      doing
        .filter(({ itemId, since }) => daysSince(since, now) > slowTimes * daysAtPace(hoursOf(itemId), hoursPerWeek))
        .map(({ itemId, since }) => ({
          rule: "slow",
          learner,
          itemId,
          says: [
            "has been on",
            { itemId },
            `for ${sayDays(daysSince(since, now))}. It takes ${sayHours(hoursOf(itemId))}; at ${sayHours(hoursPerWeek)} a week, ${sayDays(daysAtPace(hoursOf(itemId), hoursPerWeek))}.`,
          ],
          facts: since.toISOString(),
          since,
        })),
  },
  quiet: {
    words: ({ quietDays }) => `no activity for ${sayDays(quietDays)} of the cohort although items are open`,
    find: ({ learner, lastActivityAt, enrolledAt, daysOfCohort, openItems }, { quietDays }, now) =>
      lastActivityAt && lastActivityAt >= enrolledAt && openItems > 0 && Math.min(daysSince(lastActivityAt, now), daysOfCohort) >= quietDays
        ? [
            {
              rule: "quiet",
              learner,
              itemId: null,
              says: [`has recorded nothing for ${sayDays(daysSince(lastActivityAt, now))}; ${openItems === 1 ? "1 item is" : `${openItems} items are`} open.`],
              facts: lastActivityAt.toISOString(),
              since: lastActivityAt,
            },
          ]
        : [],
  },
  unstarted: {
    words: ({ unstartedDays }) => `nothing recorded within ${sayDays(unstartedDays)} of enrollment, or of the cohort’s first day where that is later`,
    find: ({ learner, lastActivityAt, enrolledAt, daysOfCohort }, { unstartedDays }, now) =>
      (!lastActivityAt || lastActivityAt < enrolledAt) && Math.min(daysSince(enrolledAt, now), daysOfCohort) >= unstartedDays
        ? [
            {
              rule: "unstarted",
              learner,
              itemId: null,
              says: [`joined ${sayDays(daysSince(enrolledAt, now))} ago and has recorded nothing since.`],
              facts: enrolledAt.toISOString(),
              since: enrolledAt,
            },
          ]
        : [],
  },
  behind: {
    words: ({ behindItems }) => `more than ${behindItems} ${behindItems === 1 ? "item" : "items"} behind the plan`,
    find: ({ learner, due, enrolledAt }, { behindItems }) =>
      due.items - due.settled > behindItems
        ? [
            {
              rule: "behind",
              learner,
              itemId: null,
              says: [`is ${due.items - due.settled} items behind the plan: ${due.settled} of the ${due.items} due by now are done, skipped or waived.`],
              // Settled until the next step falls due.
              facts: String(due.items),
              since: enrolledAt,
            },
          ]
        : [],
  },
};

const EVERY_RULE = Object.values(RULES);

const ORDER = Object.keys(RULES);

const names = new Intl.Collator("en");

/** All signals of the learners, the most pressing rule first and within a rule the oldest. `hoursOf` gives an item's hours. */
export function findSignals(facts: readonly LearnerFacts[], thresholds: Thresholds, now: Date, hoursOf: (itemId: string) => number): Signal[] {
  const signals: Signal[] = [];
  for (const learner of facts) for (const { find } of EVERY_RULE) signals.push(...find(learner, thresholds, now, hoursOf));
  return signals.sort(
    (a, b) =>
      ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) ||
      a.since.getTime() - b.since.getTime() ||
      names.compare(a.learner.name, b.learner.name) ||
      (a.learner.id < b.learner.id ? -1 : 1),
  );
}

/** Whole days that an item of so many hours takes at so many hours a week. */
export function daysAtPace(itemHours: number, hoursPerWeek: number): number {
  return Math.ceil((itemHours / hoursPerWeek) * 7);
}

function daysSince(moment: Date, now: Date): number {
  return Math.floor((now.getTime() - moment.getTime()) / DAY_MS);
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
