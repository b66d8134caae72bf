import type { Metadata } from "next";
import { SignInOrUp } from "@/app/(account)/_components/sign-in-or-up";
import { ActionForm } from "@/components/ui/action-form";
import { findInstructorOffer } from "@/db/queries/instructor-invitations";
import { findViewer } from "@/lib/access/viewer";
import { sayMoment } from "@/lib/calendar/now";
import { readInvitationCode } from "@/lib/cohorts/invitation";
import { becomeInstructor } from "../actions";

export const metadata: Metadata = { title: "An invitation to teach", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs and messengers open links too. */
export default async function BecomeInstructorPage({ params }: PageProps<"/become-instructor/[code]">) {
  const viewer = await findViewer();
  const code = readInvitationCode((await params).code);
  const offer = code && (await findInstructorOffer(code, viewer?.id ?? null));
  if (!offer) return <Closed title="This invitation cannot be used" next="It was used, taken back, has run out, or never was. Ask whoever sent it for another one." />;
  if (offer.foreign) return <Closed title="This invitation is for another e-mail address" next="Only the account with the address it was made for can use it. Sign in with that account." />;

  return (
    <section className="flow" aria-labelledby="teach">
      <h1 id="teach">You are invited to teach</h1>
      <p className="lead">As an instructor you may make cohorts, invite learners to them, see what they have done and review what they hand in.</p>
      <p>The invitation is open until {sayMoment(offer.expiresAt)}, for one person.</p>
      {viewer ? (
        <ActionForm action={becomeInstructor} button={`Become an instructor as ${viewer.name}`}>
          <input type="hidden" name="code" value={code} />
        </ActionForm>
      ) : (
        <SignInOrUp next={`/become-instructor/${code}`} />
      )}
    </section>
  );
}

function Closed({ title, next }: { title: string; next: string }) {
  return (
    <section className="flow" aria-labelledby="closed">
      <h1 id="closed">{title}</h1>
      <p className="lead">{next}</p>
      <p>Nothing was changed.</p>
    </section>
  );
}
