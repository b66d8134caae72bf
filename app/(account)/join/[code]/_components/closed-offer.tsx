import type { Offer } from "@/db/queries/invitations";

const WHY: Record<NonNullable<Offer["closed"]>, { title: string; next: string }> = {
  revoked: { title: "This invitation was taken back", next: "Ask whoever sent it for another one." },
  expired: { title: "This invitation has expired", next: "Ask whoever sent it for another one." },
  "used up": { title: "This invitation is used up", next: "As many people as it was made for have joined. Ask whoever sent it for another one." },
  "another address": {
    title: "This invitation is for another e-mail address",
    next: "Only the account with the address it was made for can use it. Sign in with that account, or ask for an invitation that is not bound to an address.",
  },
  archived: { title: "This cohort is archived", next: "Nobody can join it any more." },
};

export function ClosedOffer({ offer: { closed, enrolledAs, cohort } }: { offer: Offer }) {
  if (enrolledAs)
    return (
      <section className="flow" aria-labelledby="already">
        <h1 id="already">You learn in this cohort</h1>
        <p className="lead">This invitation is for instructors. You stay a learner of {cohort.name}, and nothing was used up.</p>
        <p>
          <a className="btn go" href={`/cohorts/${cohort.slug}`}>
            Go to the cohort
          </a>
        </p>
      </section>
    );
  if (!closed) return null;
  return (
    <section className="flow" aria-labelledby="closed">
      <h1 id="closed">{WHY[closed].title}</h1>
      <p className="lead">{WHY[closed].next}</p>
      <p>Nothing was changed. Your progress is where it was.</p>
      <p>
        <a className="btn" href="/home">
          Go to your home page
        </a>
      </p>
    </section>
  );
}
