import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { TodayOfCohort } from "@/components/cohorts/today-of-cohort";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { readToday } from "@/lib/cohorts/today";

export const metadata: Metadata = { title: "Today in a cohort" };

export default async function CohortPage({ params }: PageProps<"/teach/cohorts/[cohort]">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "cohort.read");
  const now = new Date();
  const today = await readToday(cohort, now);
  return (
    <>
      <CohortHeader cohort={cohort} here="Today" />
      <TodayOfCohort today={today} now={now} />
    </>
  );
}
