import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { countWaitingReviews, listWaitingReviews } from "@/db/queries/reviews";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { readQueuePlace } from "@/lib/evidence/queue-place";
import { ReviewQueue } from "./_components/review-queue";
import { NextReview } from "./_components/next-review";

export const metadata: Metadata = { title: "Reviews" };

const PAGE = 50;

export default async function ReviewsPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/reviews">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "reviews.read");
  const after = readQueuePlace((await searchParams).after);
  const [waiting, rows] = await Promise.all([countWaitingReviews(cohort), listWaitingReviews(cohort, PAGE + 1, after)]);
  return (
    <>
      <CohortHeader cohort={cohort} here="Reviews" title="Reviews">
        <p className="lead">{sayWaiting(waiting)}</p>
      </CohortHeader>
      {waiting > 0 && cohort.as === "instructor" && !cohort.archivedAt && <NextReview cohort={cohort.slug} words="Begin with the oldest" />}
      <ReviewQueue cohort={cohort.slug} rows={rows.slice(0, PAGE)} more={rows.length > PAGE} />
    </>
  );
}

function sayWaiting(count: number): string {
  if (count === 0) return "Nothing waits for a review. What learners hand in comes here, oldest first.";
  return count === 1 ? "One submission waits." : `${count} submissions wait, the oldest first.`;
}
