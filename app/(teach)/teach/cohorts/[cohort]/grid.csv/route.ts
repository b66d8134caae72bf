import { auditExport, requireTaughtCohort } from "@/lib/access/cohorts";
import { exportGrid } from "@/lib/cohorts/csv-exports";

export async function GET(_request: Request, { params }: RouteContext<"/teach/cohorts/[cohort]/grid.csv">): Promise<Response> {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditExport(cohort, "grid.export");
  return exportGrid(cohort);
}
