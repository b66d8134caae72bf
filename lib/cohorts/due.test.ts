import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar/days";
import { findDueProblems, offerDueDates } from "./due";

const pace = { startsOn: "2026-01-05", endsOn: "2026-03-29", hoursPerWeek: 10 };
const say = (day: string) => day;

describe("the dates that are offered", () => {
  test("follow the hours of the steps", () => {
    expect(offerDueDates(pace, [{ slug: "one", hours: 10 }, { slug: "two", hours: 25 }])).toEqual({ one: "2026-01-11", two: "2026-01-29" });
  });

  test("end where the cohort ends: later steps get none", () => {
    const steps = [{ slug: "one", hours: 120 }, { slug: "two", hours: 1 }, { slug: "three", hours: 0 }];
    expect(offerDueDates(pace, steps)).toEqual({ one: "2026-03-29" });
  });

  test("are always ones that the form takes", () => {
    const hours = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 15 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 700 }), (list, hoursPerWeek, days) => {
        const cohort = { startsOn: "2026-02-20", endsOn: addDays("2026-02-20", days), hoursPerWeek };
        const steps = list.map((h, index) => ({ slug: `step-${index}`, title: `Step ${index}`, hours: h }));
        const offered = offerDueDates(cohort, steps);
        const due = steps.map((step) => ({ ...step, dueOn: offered[step.slug] ?? null }));
        expect(findDueProblems(cohort, due, say)).toEqual({});
      }),
    );
  });
});

describe("dates that cannot be", () => {
  const due = (...days: (string | null)[]) => days.map((dueOn, index) => ({ slug: `s${index + 1}`, title: `Step ${index + 1}`, dueOn }));

  test("a day outside the cohort is named with the days of the cohort", () => {
    expect(findDueProblems(pace, due("2026-01-04", "2026-03-30"), say)).toEqual({
      s1: "Choose a day of the cohort, from 2026-01-05 to 2026-03-29, or none.",
      s2: "Choose a day of the cohort, from 2026-01-05 to 2026-03-29, or none.",
    });
  });

  test("a step is not due before an earlier one, steps without a day left out", () => {
    expect(findDueProblems(pace, due("2026-02-01", null, "2026-01-31", "2026-02-01"), say)).toEqual({
      s3: "Step 1 comes first and is due on 2026-02-01. Choose that day or a later one.",
    });
  });
});
