import { addShares, readCells, sayShare, shareOfCells } from "@/lib/cohorts/grid-cells";
import { percent } from "@/lib/progress/percent";
import { roadmap } from "@/lib/roadmap/catalog";
import "./grid.css";

type PrintedLearnerProps = { row: Parameters<typeof readCells>[0] & { name: string; groupName: string | null } };

/** A learner for paper: two numbers, and a line for each step that was begun. */
export function PrintedLearner({ row }: PrintedLearnerProps) {
  const cells = readCells(row);
  const steps = roadmap.steps.map((step) => ({ step, share: shareOfCells(step.items.map((item) => item.slug), cells) }));
  const { done, proven, waived, total } = addShares(steps.map(({ share }) => share));
  const begun = steps.filter(({ share }) => share.done + share.proven + share.skipped + share.waived > 0);
  return (
    <section className="printed-learner">
      <h2>
        {row.name}
        {row.groupName && <small> {row.groupName}</small>}
      </h2>
      <p>
        <b>
          {percent(done, total)}&nbsp;% done, {percent(proven, total)}&nbsp;% proven
        </b>
        : {done} and {proven} of {total} items{waived > 0 && `, ${waived} waived`}
      </p>
      <ul>
        {begun.map(({ step, share }) => (
          <li key={step.slug}>
            {step.number}. {step.title}: {sayShare(share)}
          </li>
        ))}
        {begun.length < steps.length && <li>{sayRest(begun.length, steps.length - begun.length)}</li>}
      </ul>
    </section>
  );
}

function sayRest(begun: number, rest: number): string {
  if (begun === 0) return "No step is begun.";
  return rest === 1 ? "The other step is not begun." : `The other ${rest} steps are not begun.`;
}
