import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import type { TaughtCohort } from "@/db/queries/cohorts";
import type { Version } from "@/db/queries/evidence";
import type { Claim } from "@/db/queries/reviews";
import { NextReview } from "@/app/(teach)/teach/cohorts/[cohort]/reviews/_components/next-review";
import { giveVerdict } from "@/app/(teach)/teach/cohorts/[cohort]/reviews/actions";
import { rubricOf } from "@/lib/evidence/rubric";
import { ClaimForm } from "./claim-form";
import { Place } from "./place";
import { Rubric } from "./rubric";
import { TakeBack } from "./take-back";

type Props = { cohort: TaughtCohort; learnerId: string; submission: Version; claim: Claim | null; moreWaiting: number };

/** What this viewer can do with the submission now. */
export function Verdict({ cohort, learnerId, submission, claim, moreWaiting }: Props) {
  if (cohort.as === "admin") return <p className="note">A verdict is given by an instructor of the cohort.</p>;
  if (cohort.archivedAt) return <p className="note">The cohort is archived: nothing is reviewed in it.</p>;
  const place = { cohort: cohort.slug, learner: learnerId, submission: submission.id };
  const waits = submission.state === "handed-in";
  const others = claim && !claim.own;
  return (
    <section className="flow no-paper" aria-labelledby="verdict">
      <h2 id="verdict">Your verdict</h2>
      {waits && <ClaimForm place={place} claim={claim} />}
      {waits && !others && (
        <ActionForm
          action={giveVerdict}
          button={
            <>
              <button type="submit" name="verdict" value="accepted" className="btn go" accessKey="a">
                Accept
              </button>
              <button type="submit" name="verdict" value="returned" className="btn" accessKey="r">
                Return
              </button>
            </>
          }
        >
          <Place {...place} />
          <input type="hidden" name="item" value={submission.itemId} />
          <Rubric rubric={rubricOf(submission.itemId)} />
          <TextArea id="comment" label="Comment" hint="A return needs one. The learner sees it with your name." rows={6} />
        </ActionForm>
      )}
      {!waits && <TakeBack place={place} judgements={submission.judgements} viewerId={cohort.viewerId} />}
      <p className="text-sm text-soft">
        {sayMore(moreWaiting)} {sayKeys({ judges: waits && !others, opens: moreWaiting > 0 })}
      </p>
      {moreWaiting > 0 && <NextReview cohort={cohort.slug} words="Open the next" after={waits && submission.handedInAt ? { id: submission.id, handedInAt: submission.handedInAt } : undefined} />}
    </section>
  );
}

function sayKeys({ judges, opens }: { judges: boolean; opens: boolean }): string {
  const keys = [...(judges ? ["a accepts", "r returns"] : []), ...(opens ? ["n opens the next"] : [])];
  return keys.length > 0 ? `Access keys: ${keys.join(", ")}.` : "";
}

function sayMore(count: number): string {
  if (count <= 0) return "No other waits.";
  return count === 1 ? "1 more waits." : `${count} more wait.`;
}
