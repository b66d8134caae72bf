import { FoldTable } from "@/components/reading/fold-table";
import type { DueStep } from "@/db/queries/plans";
import { sayDate, type Day } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import type { PlannedStep } from "@/lib/plan/plan";
import { roadmap } from "@/lib/roadmap/catalog";

/** Each step with work left or a day on which it is due. */
export function PlanTable({ steps, due }: { steps: PlannedStep[]; due: DueStep[] }) {
  const say = (day: Day) => sayDate(day, { today: today() });
  const rows = roadmap.steps.flatMap(({ slug, number, title }) => {
    const planned = steps.find(({ step }) => step === number);
    const dues = due.filter(({ stepSlug }) => stepSlug === slug);
    if (!planned && dues.length === 0) return [];
    return [
      {
        key: slug,
        cells: [
          <a key="step" href={`/roadmap/${slug}`}>
            {number}. {title}
          </a>,
          planned ? `${planned.hours} h` : "none",
          planned ? say(planned.doneOn) : "–",
          ...(due.length === 0 ? [] : [dues.map(({ dueOn, cohortName }) => `${say(dueOn)}, ${cohortName}`).join("; ") || "no day set"]),
        ],
      },
    ];
  });
  const columns = [{ name: "Step" }, { name: "Work left", num: true as const }, { name: "Done by", num: true as const }, ...(due.length === 0 ? [] : [{ name: "Due" }])];
  return <FoldTable caption="Steps with work left or a day set by a cohort" columns={columns} rows={rows} needs={due.length === 0 ? "some" : "much"} />;
}
