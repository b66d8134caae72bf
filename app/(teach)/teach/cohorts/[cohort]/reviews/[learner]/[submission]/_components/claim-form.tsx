import { ActionForm } from "@/components/ui/action-form";
import type { Claim } from "@/db/queries/reviews";
import { sayTime } from "@/lib/calendar/now";
import { claimReview } from "@/app/(teach)/teach/cohorts/[cohort]/reviews/actions";
import { Place, type ReviewPlace } from "./place";

/** So that two do not do the same: who is looking at it, and until when. */
export function ClaimForm({ place, claim }: { place: ReviewPlace; claim: Claim | null }) {
  if (claim && !claim.own) {
    return (
      <p className="note">
        {claim.name} is looking at it. From {sayTime(claim.until)} on you can.
      </p>
    );
  }
  return (
    <>
      {claim && <p className="note">You are looking at it. Until {sayTime(claim.until)} no other instructor does.</p>}
      <ActionForm
        action={claimReview}
        button={
          <button type="submit" name="claim" value={claim ? "leave" : "take"} className="btn low">
            {claim ? "Leave it to others" : "Keep it to yourself for 30 minutes"}
          </button>
        }
      >
        <Place {...place} />
      </ActionForm>
    </>
  );
}
