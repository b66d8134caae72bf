import type { Metadata } from "next";
import { PrintedLearner } from "@/components/cohorts/grid-printed";
import { listGridRows } from "@/db/queries/grid";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { sayPosition } from "@/lib/cohorts/grid-view";
import { isUuid } from "@/lib/typed-text";

export const metadata: Metadata = { title: "Print view" };

const PER_PAGE = 200;

export default async function PrintPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/print">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  const { after } = await searchParams;
  const [rows] = await Promise.all([
    listGridRows(cohort, { sort: "name", itemIds: [], group: null, doing: false, withLast: false, after: isUuid(after) ? after : null, limit: PER_PAGE }),
    auditAdmin(cohort, "print.read"),
  ]);
  const [first] = rows;
  const left = first ? first.matching - first.before - rows.length : 0;
  const base = `/teach/cohorts/${cohort.slug}`;

  return (
    <>
      <header className="flow">
        <h1>{cohort.name}</h1>
        <p>
          {first ? sayPosition(rows.length, first.before, first.matching) : "No learner"}, on {sayDate(today(), { today: "0000" })}. Done is what learners say; proven is what
          somebody else can check.
        </p>
        <p className="row no-print">
          <a className="btn low" href={`${base}/grid`}>Back to the grid</a>
          {left > 0 && <a className="btn" href={`${base}/print?after=${rows.at(-1)?.id}`}>Next {Math.min(left, PER_PAGE)}</a>}
        </p>
      </header>
      {rows.map((row) => (
        <PrintedLearner key={row.id} row={row} />
      ))}
    </>
  );
}
