import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { InstructorInvitation } from "@/db/queries/instructor-invitations";
import { sayMoment } from "@/lib/calendar/now";
import { revokeInstructor } from "../actions";

export function InstructorInvitations({ invitations }: { invitations: readonly InstructorInvitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <FoldTable
      caption="Invitations made so far, the newest first"
      needs="much"
      columns={[{ name: "Made" }, { name: "For" }, { name: "State" }, { name: "What can be done" }]}
      rows={invitations.map((invitation) => ({
        key: invitation.id,
        cells: [
          `${sayMoment(invitation.createdAt)}${invitation.createdByName ? ` by ${invitation.createdByName}` : ""}`,
          <span key="for" className="wrap-anywhere">
            {invitation.email ?? "whoever has the link"}
          </span>,
          sayState(invitation),
          invitation.state === "open" ? (
            <ActionForm key="revoke" action={revokeInstructor} button="Revoke" label={`Revoke the invitation for ${invitation.email ?? "whoever has the link"}, made ${sayMoment(invitation.createdAt)}`} className="row">
              <input type="hidden" name="invitation" value={invitation.id} />
            </ActionForm>
          ) : (
            "nothing"
          ),
        ],
      }))}
    />
  );
}

const MAIL = { waiting: ", its mail waits to be sent", sent: ", sent by e-mail", "given up": ", its mail could not be sent" };

function sayState({ state, expiresAt, usedByName, mail }: InstructorInvitation): string {
  if (state === "open") return `open until ${sayMoment(expiresAt)}${mail ? MAIL[mail] : ""}`;
  if (state === "used") return usedByName ? `used by ${usedByName}` : "used";
  return state === "expired" ? `expired on ${sayMoment(expiresAt)}` : state;
}
