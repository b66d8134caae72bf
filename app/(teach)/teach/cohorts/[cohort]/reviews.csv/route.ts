import { auditExport, requireTaughtCohort } from "@/lib/access/cohorts";
import { exportReviews } from "@/lib/cohorts/csv-exports";

export async function GET(_request: Request, { params }: RouteContext<"/teach/cohorts/[cohort]/reviews.csv">): Promise<Response> {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditExport(cohort, "reviews.export");
  return exportReviews(cohort);
}
