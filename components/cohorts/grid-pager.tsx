import { gridHref, PAGE_SIZE, sayPosition, sayShown, SORT_WORDS, type GridView } from "@/lib/cohorts/grid-view";

type GridPagerProps = { cohort: { slug: string }; view: GridView; rows: readonly { id: string; matching: number; before: number }[] };

/** Where this page stands among the learners, and the ways on. */
export function GridPager({ cohort, view, rows }: GridPagerProps) {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return null;
  const left = first.matching - first.before - rows.length;
  const partial = rows.length < first.matching || view.group !== null || view.doing;
  return (
    <p className="row no-print">
      <span className="text-soft">
        {sayPosition(rows.length, first.before, first.matching)}, by {SORT_WORDS[view.sort]}.
        {partial && (
          <>
            {" "}
            The foot counts {sayShown(rows.length)}; the whole cohort is counted under <a href={`/teach/cohorts/${cohort.slug}/items`}>Items</a>.
          </>
        )}
      </span>
      {first.before > 0 && (
        <a className="btn" href={gridHref(cohort, view, {})}>
          First {PAGE_SIZE}
        </a>
      )}
      {left > 0 && (
        <a className="btn" href={gridHref(cohort, view, { after: last.id })}>
          Next {Math.min(left, PAGE_SIZE)}
        </a>
      )}
      <a className="btn low" href={`/teach/cohorts/${cohort.slug}/grid.csv`} download>
        Download as CSV
      </a>
      <a className="btn low" href={`/teach/cohorts/${cohort.slug}/print`}>
        Print view
      </a>
    </p>
  );
}
