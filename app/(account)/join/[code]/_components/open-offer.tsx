import { CohortFacts } from "@/components/cohorts/cohort-facts";
import { WhatIsSeen } from "@/components/cohorts/what-is-seen";
import { ActionForm } from "@/components/ui/action-form";
import type { Offer } from "@/db/queries/invitations";
import { joinCohort } from "../actions";

export function OpenOffer({ code, offer: { role, cohort, saidUnder18 }, viewerName }: { code: string; offer: Offer; viewerName: string }) {
  return (
    <section className="flow" aria-labelledby="join">
      <p className="text-soft">You are signed in as {viewerName}. Reading this uses nothing up.</p>
      <h1 id="join">Join {cohort.name}</h1>
      <CohortFacts cohort={cohort} instructors={cohort.instructors} />
      {role === "instructor" ? (
        <>
          <h2>You would be an instructor</h2>
          <p className="prose">You see the progress, the evidence and the last activity of its learners, review what they hand in, and may change the cohort. The other people of the cohort see your name.</p>
        </>
      ) : (
        <>
          <h2>What the instructors will see</h2>
          <WhatIsSeen />
        </>
      )}
      <ActionForm
        action={joinCohort}
        button={
          <button type="submit" className="btn go">
            Join
          </button>
        }
      >
        <input type="hidden" name="code" value={code} />
        {role === "learner" && !saidUnder18 && (
          <fieldset className="flow" aria-describedby="under18-why">
            <legend>Your age, if you want to say it</legend>
            <label className="agree">
              <input type="radio" name="under18" value="on" />
              <span>I am under 18</span>
            </label>
            <label className="agree">
              <input type="radio" name="under18" value="" />
              <span>I am 18 or older</span>
            </label>
            <p className="text-sm text-soft prose" id="under18-why">
              Why we ask: until the consent of your parents is on record, who is under 18 is left out of the instructors’ lists of who is stuck. Both answers can be changed in Settings.
            </p>
          </fieldset>
        )}
        {role === "learner" && saidUnder18 && <p className="prose">You said before that you are under 18, which you can change in <a href="/settings#age">Settings</a>. Until the consent of your parents is on record, you are left out of the lists of who is stuck.</p>}
      </ActionForm>
      <p>
        <a href="/home">Do not join</a>
      </p>
    </section>
  );
}
