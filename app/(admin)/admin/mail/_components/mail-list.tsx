import { ActionForm } from "@/components/ui/action-form";
import type { WaitingMail } from "@/db/queries/outbox";
import { sayMoment } from "@/lib/calendar/now";
import { dropMail, showMail } from "../actions";
import { ShownMail } from "./shown-mail";

const ABOUT: Record<string, string> = {
  invitation: "An invitation",
  instructor: "An invitation to be an instructor",
  notice: "A notice that an account was changed",
  "sign-up": "A link to make an account",
  "check-address": "A link to check the address",
  "change-address": "A link to change the address of an account to this one",
  "reset-password": "A link to choose a new password",
};

export function MailList({ mails, sent }: { mails: readonly WaitingMail[]; sent: boolean }) {
  return (
    <ul className="list">
      {mails.map(({ id, kind, purpose, address, addedAt, attempts, trouble }) => (
        <li key={id} className="flow">
          <p>
            <b>{ABOUT[purpose ?? kind] ?? kind}</b>
            <br />
            <span className="wrap-anywhere">for {address}</span>, asked for {sayMoment(addedAt)}
            {attempts > 0 && `, tried ${attempts === 1 ? "once" : `${attempts} times`}`}
            {trouble && <small className="block text-soft wrap-anywhere">{trouble}</small>}
          </p>
          {!sent && <ShownMail show={showMail} id={id} about={`${ABOUT[purpose ?? kind] ?? kind}, for ${address}`} />}
          <ActionForm action={dropMail} button="Take it off the list" label={`Take it off the list: ${ABOUT[purpose ?? kind] ?? kind}, for ${address}`} className="row">
            <input type="hidden" name="mail" value={id} />
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
