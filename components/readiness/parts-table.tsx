import "./readiness.css";
import { LevelStones } from "@/components/progress/level-stones";
import { FoldTable } from "@/components/reading/fold-table";
import { LEVEL_NAMES } from "@/lib/progress/words";
import type { Part, Readiness } from "@/lib/readiness/measure";
import { nameOfSkill } from "@/lib/readiness/words";
import { findItem, itemPath } from "@/lib/roadmap/catalog";

/** Where the points come from: every skill asked, its best evidence and its points. */
export function PartsTable({ readiness }: { readiness: Readiness }) {
  return (
    <div className="parts">
      <FoldTable
        caption={readiness.points === 0 ? "Where the points will come from" : `Where the ${readiness.points} points come from`}
        needs="little"
        columns={[{ name: "Skill asked" }, { name: "Your best evidence" }, { name: "Points", num: true }]}
        rows={readiness.parts.map((part) => ({
          key: part.skill,
          cells: [
            <>
              {nameOfSkill(part.skill)}
              <p className="text-sm text-soft">asked as {part.level}</p>
            </>,
            <BestEvidence key="best" best={part.best} />,
            `${part.points} of ${part.weight}`,
          ],
        }))}
      />
    </div>
  );
}

function BestEvidence({ best }: Pick<Part, "best">) {
  if (!best) return <span className="text-soft">nothing yet</span>;
  return (
    <>
      <span className="level">
        <LevelStones level={best.level} />
        {best.level} {LEVEL_NAMES[best.level]}
      </span>
      <a className="text-sm" href={itemPath({ slug: best.itemId })}>
        {findItem(best.itemId)?.item.title}
      </a>
    </>
  );
}
