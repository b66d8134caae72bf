import { auditExport, requireTaughtCohort } from "@/lib/access/cohorts";
import { exportRoster } from "@/lib/cohorts/csv-exports";

export async function GET(_request: Request, { params }: RouteContext<"/teach/cohorts/[cohort]/roster.csv">): Promise<Response> {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditExport(cohort, "roster.export");
  return exportRoster(cohort);
}
