import type { Metadata } from "next";
import { BoardChanges } from "@/components/cohorts/board-changes";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { GridFilters } from "@/components/cohorts/grid-filters";
import { GridItems } from "@/components/cohorts/grid-items";
import { GridKey } from "@/components/cohorts/grid-key";
import { GridPager } from "@/components/cohorts/grid-pager";
import { GridTable } from "@/components/cohorts/grid-table";
import { listGroups } from "@/db/queries/enrollments";
import { listGridRows } from "@/db/queries/grid";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { sayTime } from "@/lib/calendar/now";
import { busiestStep, layGrid, readRows } from "@/lib/cohorts/grid";
import { PAGE_SIZE, readGridView, stepAsked } from "@/lib/cohorts/grid-view";

export const metadata: Metadata = { title: "Grid" };

export default async function GridPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/grid">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  const view = readGridView(await searchParams);
  const asked = stepAsked(view);
  const [rows, groups] = await Promise.all([
    listGridRows(cohort, { ...view, itemIds: asked?.items.map((item) => item.slug) ?? [], withLast: view.sort === "last", limit: PAGE_SIZE }),
    listGroups(cohort),
    auditAdmin(cohort, "grid.read"),
  ]);
  const learners = readRows(rows);
  const open = asked ?? busiestStep(learners);
  const grid = layGrid(cohort, view, open, learners);

  return (
    <>
      <CohortHeader cohort={cohort} here="Grid">
        <BoardChanges cohort={cohort.slug} since={cohort.readAt.toISOString()} time={sayTime(cohort.readAt)} />
      </CohortHeader>
      <GridFilters cohort={cohort} view={view} open={open} groups={groups.flatMap(({ name }) => name ?? [])} />
      {rows.length > 0 ? (
        <>
          <GridKey />
          <GridTable {...grid} />
          <GridPager cohort={cohort} view={{ ...view, step: open.slug }} rows={rows} />
          <GridItems open={grid.open} items={grid.items} />
        </>
      ) : (
        <p className="lead">No learner is shown. Take a filter away, or invite people under Learners.</p>
      )}
    </>
  );
}
