import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import type { Judgement } from "@/db/queries/evidence";
import { takeVerdictBack } from "@/app/(teach)/teach/cohorts/[cohort]/reviews/actions";
import { Place, type ReviewPlace } from "./place";

/** For who gave the verdict that stands. */
export function TakeBack({ place, judgements, viewerId }: { place: ReviewPlace; judgements: readonly Judgement[]; viewerId: string }) {
  const own = judgements.find(({ by, reviewerId, withdrawnAt }) => by === "instructor" && reviewerId === viewerId && !withdrawnAt);
  if (!own) {
    const takenBack = judgements.some(({ by, reviewerId, withdrawnAt }) => by === "instructor" && reviewerId === viewerId && withdrawnAt);
    return <p role="status">{takenBack ? "You took your verdict back. The learner has begun a newer version, so this one counts as returned." : "It does not wait for a verdict."}</p>;
  }
  return (
    <details className="folded">
      <summary>Take your verdict back</summary>
      <ActionForm action={takeVerdictBack} button="Take it back">
        <Place {...place} />
        <TextArea
          id="reason"
          label="Reason"
          hint={`The learner sees it. ${own.verdict === "accepted" ? "The proof falls. " : ""}The submission waits again, unless the learner has begun a newer version.`}
        />
      </ActionForm>
    </details>
  );
}
