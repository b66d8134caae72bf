import { ActionForm } from "@/components/ui/action-form";
import type { Credentials } from "@/db/queries/credentials";
import { askForCheck } from "../actions";

export function AddressCheck({ account: { email, checked }, sendsMail }: { account: Credentials; sendsMail: boolean }) {
  return (
    <section className="flow" aria-labelledby="address">
      <h2 id="address">Your address</h2>
      <p className="wrap-anywhere">{email}</p>
      {checked ? (
        <p className="text-soft">It is yours: you followed a link that was sent to it.</p>
      ) : (
        <>
          <p className="prose">Nobody has checked yet that it is yours. A new password is sent to it, so it should be.</p>
          {!sendsMail && <p className="note">This installation sends no mail. Whoever hosts it sees that you asked, and can hand the link to you.</p>}
          <ActionForm action={askForCheck} button="Send me a link to it" className="row">
            {null}
          </ActionForm>
        </>
      )}
      <p>
        <a href="/settings/security/address">Change your address</a>
      </p>
    </section>
  );
}
