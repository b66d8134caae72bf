import { ActionForm } from "@/components/ui/action-form";
import type { Recipient } from "@/db/queries/messages";
import { sendMessage } from "../actions";
import { WriteFields } from "./write-fields";

type Props = { cohort: string; id: string; recipients: Recipient[]; chosen: string[] };

export function WriteForm({ cohort, id, recipients, chosen }: Props) {
  if (recipients.length === 0)
    return (
      <p>
        Nobody learns in this cohort yet. <a href={`/teach/cohorts/${cohort}/learners#invitations`}>Invite learners</a>
      </p>
    );
  return (
    <ActionForm action={sendMessage} button="Send" empties>
      <input type="hidden" name="cohort" value={cohort} />
      <WriteFields id={id} recipients={recipients} chosen={chosen} />
    </ActionForm>
  );
}
