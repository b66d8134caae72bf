import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { EvidenceContent } from "@/components/evidence/evidence-content";
import { Judgements } from "@/components/evidence/judgements";
import { VersionList } from "@/components/evidence/version-list";
import { countWaitingReviews, findClaim } from "@/db/queries/reviews";
import { requireTaughtSubmission } from "@/lib/access/evidence";
import { sayMoment } from "@/lib/calendar/now";
import { KIND_WORDS, STATE_WORDS } from "@/lib/evidence/words";
import { findItem } from "@/lib/roadmap/catalog";
import { Verdict } from "./_components/verdict";

type Props = PageProps<"/teach/cohorts/[cohort]/reviews/[learner]/[submission]">;

async function findReview({ params }: Props) {
  const { cohort, learner, submission } = await params;
  return requireTaughtSubmission(cohort, learner, submission);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { learner, submission } = await findReview(props);
  return { title: `Review of ${findItem(submission.itemId)?.item.title ?? submission.itemId}, ${learner.name}` };
}

export default async function ReviewPage(props: Props) {
  const { cohort, learner, submission, others } = await findReview(props);
  const [claim, waiting] = await Promise.all([findClaim(learner, submission.id), countWaitingReviews(cohort)]);
  const item = findItem(submission.itemId)?.item;
  return (
    <>
      <CohortHeader cohort={cohort} here="Reviews" title={item?.title ?? submission.itemId}>
        <p>
          <b>{learner.name}</b>, version {submission.version}: {STATE_WORDS[submission.state]}. Handed in on {sayMoment(submission.handedInAt ?? submission.savedAt)}.
        </p>
      </CohortHeader>
      <section className="flow" aria-labelledby="proof">
        <h2 id="proof">What proves it</h2>
        <p className="prose">{item?.proof}</p>
      </section>
      <section className="flow" aria-labelledby="given">
        <h2 id="given">What {learner.name} gave</h2>
        <p className="text-sm text-soft">{KIND_WORDS[submission.kind]}</p>
        <EvidenceContent evidence={submission} learnerId={learner.id} />
        <Judgements said={submission.judgements} />
      </section>
      <Verdict cohort={cohort} learnerId={learner.id} submission={submission} claim={claim} moreWaiting={waiting - (submission.state === "handed-in" ? 1 : 0)} />
      <VersionList versions={others} learnerId={learner.id} title="Other versions" />
    </>
  );
}
