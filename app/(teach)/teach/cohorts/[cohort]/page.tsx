import type { Metadata } from "next";
import { BoardChanges } from "@/components/cohorts/board-changes";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { TodayOfCohort } from "@/components/cohorts/today-of-cohort";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { sayTime } from "@/lib/calendar/now";
import { readToday } from "@/lib/cohorts/today";

export async function generateMetadata({ params }: PageProps<"/teach/cohorts/[cohort]">): Promise<Metadata> {
  const { name } = await requireTaughtCohort((await params).cohort);
  return { title: `Today in ${name}` };
}

export default async function CohortPage({ params }: PageProps<"/teach/cohorts/[cohort]">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "cohort.read");
  const now = new Date();
  const today = await readToday(cohort, now);
  return (
    <>
      <CohortHeader cohort={cohort} here="Today">
        <BoardChanges cohort={cohort.slug} since={cohort.readAt.toISOString()} time={sayTime(cohort.readAt)} />
      </CohortHeader>
      <h2 className="sr-only">Today</h2>
      <TodayOfCohort today={today} now={now} />
    </>
  );
}
