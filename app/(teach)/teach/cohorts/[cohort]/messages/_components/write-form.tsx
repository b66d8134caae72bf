import { ActionForm } from "@/components/ui/action-form";
import type { Recipient } from "@/db/queries/messages";
import { sendMessage } from "../actions";
import { WriteFields } from "./write-fields";

type Props = { cohort: string; id: string; recipients: Recipient[]; chosen: string[]; lastSent: string };

export function WriteForm({ cohort, id, recipients, chosen, lastSent }: Props) {
  if (recipients.length === 0)
    return (
      <p>
        Nobody learns in this cohort yet. <a href={`/teach/cohorts/${cohort}/learners#invitations`}>Invite learners</a>
      </p>
    );
  return (
    <ActionForm action={sendMessage} button="Send">
      <input type="hidden" name="cohort" value={cohort} />
      {/* Begun anew once something was sent, and only then: another action of the page takes nothing away. */}
      <WriteFields key={lastSent} id={id} recipients={recipients} chosen={chosen} />
    </ActionForm>
  );
}
