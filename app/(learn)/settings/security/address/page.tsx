import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
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
      <PageHead up={{ href: "/settings/security", name: "Security" }} title="Change your address">
        <p className="prose">A link goes to the new address, and nothing changes before you follow it. The address you have now is told.</p>
      </PageHead>
      {!env.SMTP_URL && <p className="note">This installation sends no mail. Whoever hosts it sees that you asked, and can hand the link to you.</p>}
      <ActionForm action={askForAddress} button="Send me a link to it">
        <Field id="email" label="The new address" type="email" autoComplete="email" />
      </ActionForm>
    </div>
  );
}
