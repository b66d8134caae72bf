import { FoldTable } from "@/components/reading/fold-table";
import type { OwnWaiver } from "@/db/queries/own-waivers";
import type { SnapshotItem } from "@/db/queries/progress";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { shareOfCells, withWaivers } from "@/lib/cohorts/grid-cells";
import { percent } from "@/lib/progress/percent";
import { findStep } from "@/lib/roadmap/catalog";

type Props = { due: { stepSlug: string; dueOn: string }[]; items: Record<string, SnapshotItem>; waivers: OwnWaiver[] };

/** When steps are due, and how far the learner is in each. */
export function DueSteps({ due, items, waivers }: Props) {
  const day = today();
  const cells = withWaivers(items, waivers);
  const rows = due.flatMap(({ stepSlug, dueOn }) => {
    const step = findStep(stepSlug);
    return step ? [{ step, dueOn, share: shareOfCells(step.items.map(({ slug }) => slug), cells) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className="flow" aria-labelledby="due">
      <h2 id="due">When steps are due</h2>
      <FoldTable
        caption="Steps with a due date, and your own progress in each"
        needs="some"
        columns={[{ name: "Step" }, { name: "Due" }, { name: "Your items" }]}
        rows={rows.map(({ step, dueOn, share }) => ({
          key: step.slug,
          cells: [
            <a key="step" href={`/roadmap/${step.slug}`}>
              {step.number}. {step.title}
            </a>,
            sayDate(dueOn, { today: day }),
            `${percent(share.done, share.total)} % done, ${percent(share.proven, share.total)} % proven, of ${share.total} items${share.waived > 0 ? `, ${share.waived} waived` : ""}`,
          ],
        }))}
      />
    </section>
  );
}
