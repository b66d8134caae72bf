import { LinkMaker } from "@/components/cohorts/link-maker";
import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { Invitation } from "@/db/queries/invitations";
import { sayMoment } from "@/lib/calendar/now";
import { makeLinkForInvitation, revoke } from "../actions";

type Props = { slug: string; archived: boolean; invitations: Invitation[] };

export function InvitationList({ slug, archived, invitations }: Props) {
  if (invitations.length === 0) return null;
  return (
    <FoldTable
      caption="Invitations made so far, the newest first"
      needs="much"
      columns={[{ name: "Made" }, { name: "For" }, { name: "Used", num: true }, { name: "State" }, ...(archived ? [] : [{ name: "What can be done" }])]}
      rows={invitations.map((invitation) => ({
        key: invitation.id,
        cells: [
          `${sayMoment(invitation.createdAt)}${invitation.createdByName ? ` by ${invitation.createdByName}` : ""}`,
          <span key="for" className="address">
            {invitation.role === "instructor" ? "Instructor" : "Learner"}, {invitation.email ?? "whoever has the link"}
          </span>,
          `${invitation.uses} of ${invitation.usesAllowed.toLocaleString("en-IN")}`,
          sayState(invitation),
          <Doable key="do" slug={slug} invitation={invitation} />,
        ],
      }))}
    />
  );
}

function Doable({ slug, invitation }: { slug: string; invitation: Invitation }) {
  if (invitation.state === "revoked" || invitation.state === "used up") return "nothing";
  const about = (
    <>
      <input type="hidden" name="cohort" value={slug} />
      <input type="hidden" name="invitation" value={invitation.id} />
    </>
  );
  return (
    <>
      {invitation.email !== null && (
        <LinkMaker make={makeLinkForInvitation} button="Make a link for this person" label={`Make a link for this person, ${invitation.email}`}>
          {about}
        </LinkMaker>
      )}
      {invitation.state === "open" ? (
        <ActionForm action={revoke} button="Revoke" label={`Revoke the invitation for ${invitation.email ?? "whoever has the link"}, made ${sayMoment(invitation.createdAt)}`}>
          {about}
        </ActionForm>
      ) : (
        invitation.email === null && "nothing"
      )}
    </>
  );
}

const MAIL = { waiting: ", its mail waits to be sent", sent: ", sent by e-mail", "given up": ", its mail could not be sent" };

function sayState({ state, expiresAt, mail }: Invitation): string {
  if (state === "open") return `open until ${sayMoment(expiresAt)}${mail ? MAIL[mail] : ""}`;
  return state === "expired" ? `expired on ${sayMoment(expiresAt)}` : state;
}
