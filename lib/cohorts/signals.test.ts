import { describe, expect, test } from "vitest";
import { saySignal } from "./say-signal";
import { findSignals, RULES, type LearnerFacts, type Rule } from "./signals";

const now = new Date("2026-11-22T06:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const thresholds = { quietDays: 7, slowTimes: 3, returnedDays: 5, returnedTimes: 2, behindItems: 8, unstartedDays: 14 };
const ITEM = "transactions-in-practice";
const hoursOf = () => 5;

/** Someone who is well: active yesterday, nothing returned, nothing due. */
const well: LearnerFacts = {
  learner: { id: "1", name: "Imran Shaikh" },
  enrolledAt: ago(60),
  daysOfCohort: 60,
  lastActivityAt: ago(1),
  openItems: 4,
  doing: [],
  returned: [],
  returns: [],
  due: { items: 0, settled: 0 },
  hoursPerWeek: 8,
};

const found = (facts: Partial<LearnerFacts>, rule: Rule) => RULES[rule].find({ ...well, ...facts }, thresholds, now, hoursOf);
const sentences = (facts: Partial<LearnerFacts>, rule: Rule) => found(facts, rule).map(saySignal);

test("someone who is well gives no signal", () => {
  expect(findSignals([well], thresholds, now, hoursOf)).toEqual([]);
});

describe("no activity although items are open", () => {
  test("speaks from the day of the threshold on", () => {
    expect(sentences({ lastActivityAt: ago(7) }, "quiet")).toEqual(["Imran Shaikh has recorded nothing for 7 days; 4 items are open."]);
    expect(found({ lastActivityAt: ago(6.9) }, "quiet")).toEqual([]);
  });
  test("is silent when nothing is open", () => expect(found({ lastActivityAt: ago(30), openItems: 0 }, "quiet")).toEqual([]));
  test("says one item as one", () => expect(sentences({ lastActivityAt: ago(9), openItems: 1 }, "quiet")[0]).toContain("1 item is open."));
  test("counts from the first day of the cohort", () => {
    expect(found({ lastActivityAt: ago(30), daysOfCohort: 6 }, "quiet")).toEqual([]);
    expect(sentences({ lastActivityAt: ago(30), daysOfCohort: 7 }, "quiet")[0]).toContain("nothing for 30 days");
    const unstarted = (daysOfCohort: number) => found({ lastActivityAt: null, enrolledAt: ago(40), daysOfCohort }, "unstarted").length;
    expect([-3, 13, 14].map(unstarted)).toEqual([0, 0, 1]);
  });
  test("leaves those who never started to their own rule", () => {
    expect(found({ lastActivityAt: null }, "quiet")).toEqual([]);
    expect(found({ lastActivityAt: ago(70) }, "quiet")).toEqual([]);
  });
});

describe("an item in progress for more than three times its hours at the learner's pace", () => {
  test("5 hours at 8 a week are 5 days, so it speaks after 15", () => {
    expect(sentences({ doing: [{ itemId: ITEM, since: ago(16) }] }, "slow")).toEqual([
      "Imran Shaikh has been on Use transactions for 16 days. It takes 5 hours; at 8 hours a week, 5 days.",
    ]);
    expect(found({ doing: [{ itemId: ITEM, since: ago(15) }] }, "slow")).toEqual([]);
  });
  test("a slower pace gives more time", () => expect(found({ hoursPerWeek: 4, doing: [{ itemId: ITEM, since: ago(16) }] }, "slow")).toEqual([]));
});

describe("a returned submission untouched", () => {
  test("speaks from the day of the threshold on, and names the item", () => {
    expect(sentences({ returned: [{ itemId: ITEM, submissionId: "s", at: ago(6) }] }, "returned")).toEqual([
      "Imran Shaikh has left Use transactions untouched for 6 days since it was returned.",
    ]);
    expect(found({ returned: [{ itemId: ITEM, submissionId: "s", at: ago(4) }] }, "returned")).toEqual([]);
  });
});

describe("the same item returned twice or more", () => {
  test("speaks from the second time on", () => {
    expect(sentences({ returns: [{ itemId: ITEM, times: 2 }] }, "returned-often")).toEqual(["Imran Shaikh has had Use transactions returned twice."]);
    expect(sentences({ returns: [{ itemId: ITEM, times: 3 }] }, "returned-often")).toEqual(["Imran Shaikh has had Use transactions returned 3 times."]);
    expect(found({ returns: [{ itemId: ITEM, times: 1 }] }, "returned-often")).toEqual([]);
  });
  test("is another signal with the next return", () => {
    const [twice, thrice] = [2, 3].map((times) => found({ returns: [{ itemId: ITEM, times }] }, "returned-often")[0]?.facts);
    expect(twice).not.toBe(thrice);
  });
});

describe("items behind the plan", () => {
  test("speaks when more than the threshold are missing", () => {
    expect(sentences({ due: { items: 25, settled: 16 } }, "behind")).toEqual([
      "Imran Shaikh is 9 items behind the plan: 16 of the 25 due by now are done, skipped or waived.",
    ]);
    expect(found({ due: { items: 25, settled: 17 } }, "behind")).toEqual([]);
  });
});

describe("never started since enrollment", () => {
  test("speaks from the day of the threshold on", () => {
    expect(sentences({ enrolledAt: ago(20), lastActivityAt: null }, "unstarted")).toEqual(["Imran Shaikh joined 20 days ago and has recorded nothing since."]);
    expect(found({ enrolledAt: ago(13), lastActivityAt: null }, "unstarted")).toEqual([]);
  });
  test("progress of before joining is no start", () => expect(found({ enrolledAt: ago(20), lastActivityAt: ago(21) }, "unstarted")).toHaveLength(1));
});

test("the most pressing rule stands first, and within a rule what is oldest", () => {
  const at = (id: string, name: string, facts: Partial<LearnerFacts>) => ({ ...well, learner: { id, name }, ...facts });
  const signals = findSignals(
    [
      at("1", "Quiet", { lastActivityAt: ago(8) }),
      at("2", "Quieter", { lastActivityAt: ago(20) }),
      at("3", "Returned", { returned: [{ itemId: ITEM, submissionId: "s", at: ago(6) }], returns: [{ itemId: ITEM, times: 2 }] }),
    ],
    thresholds,
    now,
    hoursOf,
  );
  expect(signals.map(({ learner, rule }) => `${learner.name} ${rule}`)).toEqual(["Returned returned-often", "Returned returned", "Quieter quiet", "Quiet quiet"]);
});

test("every rule says in words what it does, with the cohort's own figures", () => {
  expect(Object.values(RULES).map(({ words }) => words(thresholds))).toEqual([
    "the same item returned twice or more, and not accepted yet",
    "a returned submission untouched for 5 days",
    "in progress for more than 3 times its hours at the learner’s pace",
    "no activity for 7 days of the cohort although items are open",
    "nothing recorded within 14 days of enrollment, or of the cohort’s first day where that is later",
    "more than 8 items behind the plan",
  ]);
});
