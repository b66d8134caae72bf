import { LinkMaker } from "@/components/cohorts/link-maker";
import { ActionForm } from "@/components/ui/action-form";
import { Choice, Field } from "@/components/ui/field";
import { inviteByMail, makeLink } from "../actions";

export function InviteByLink({ slug }: { slug: string }) {
  return (
    <LinkMaker make={makeLink} button="Make the link">
      <input type="hidden" name="cohort" value={slug} />
      <Role id="link-role" />
      <Field id="usesAllowed" label="For how many people" hint="1 to 5,000" inputMode="numeric" defaultValue={40} autoComplete="off" />
      <Field id="link-days" name="days" label="Open for how many days" hint="1 to 180" inputMode="numeric" defaultValue={30} autoComplete="off" />
    </LinkMaker>
  );
}

export function InviteByMail({ slug, mailed }: { slug: string; mailed: boolean }) {
  return (
    <ActionForm action={inviteByMail} button="Invite" done="Invited. The invitation stands in the list below." empties>
      <input type="hidden" name="cohort" value={slug} />
      {!mailed && <NoMail />}
      <Field id="invite-email" name="email" label="E-mail" type="email" autoComplete="off" hint="Only the account with this address can use the invitation" />
      <Role id="mail-role" />
      <Field id="mail-days" name="days" label="Open for how many days" hint="1 to 180" inputMode="numeric" defaultValue={30} autoComplete="off" />
    </ActionForm>
  );
}

function Role({ id }: { id: string }) {
  return (
    <Choice id={id} name="role" label="As what" defaultValue="learner">
      <option value="learner">Learner</option>
      <option value="instructor">Instructor: sees and does all that you do here</option>
    </Choice>
  );
}

function NoMail() {
  return <p className="note">This installation sends no mail. Make a link for each person afterwards, and send it yourself.</p>;
}
