import { auditExport, requireTaughtCohort } from "@/lib/access/cohorts";
import { exportLearners } from "@/lib/cohorts/csv-exports";

export async function GET(_request: Request, { params }: RouteContext<"/teach/cohorts/[cohort]/learners.csv">): Promise<Response> {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditExport(cohort, "learners.export");
  return exportLearners(cohort);
}
