import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { requireFreshSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { askForAddress } from "../change-actions";

export const metadata: Metadata = { title: "Your address" };

export default async function AddressPage() {
  await requireFreshSession("/settings/security/address");

  return (
    <div className="flow">
      <header className="flow">
        <p className="text-soft">
          <a href="/settings/security">Security</a>
        </p>
        <h1>Change your address</h1>
        <p className="prose">A link goes to the new address, and nothing changes before you follow it. The address you have now is told.</p>
      </header>
      {!env.SMTP_URL && <p className="note">This installation sends no mail. Whoever hosts it sees that you asked, and can hand the link to you.</p>}
      <ActionForm action={askForAddress} button="Send me a link to it">
        <Field id="email" label="The new address" type="email" autoComplete="email" />
      </ActionForm>
    </div>
  );
}
