import { FoldTable } from "@/components/reading/fold-table";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import type { PlannedStep } from "@/lib/cohorts/learner-road";

const COLUMNS = [{ name: "Step" }, { name: "Due" }, { name: "Done by, at this pace" }, { name: "Done", num: true }, { name: "Proven", num: true }, { name: "Against the plan" }] as const;

/** The road in words, step by step, and the days of the cohort beside it. */
export function PlanTable({ steps }: { steps: readonly PlannedStep[] }) {
  return (
    <FoldTable
      caption="Each step against the plan of the cohort"
      columns={COLUMNS}
      needs="much"
      rows={steps.map(({ step, share, dueOn, doneOn, said }) => ({
        key: step.slug,
        cells: [
          `${step.number}. ${step.title}`,
          dueOn ? sayDate(dueOn, { today: today() }) : "no day",
          doneOn ? sayDate(doneOn, { today: today() }) : "–",
          `${share.done} of ${share.total}`,
          share.proven,
          share.waived > 0 ? `${said}; ${share.waived} waived` : said,
        ],
      }))}
    />
  );
}
