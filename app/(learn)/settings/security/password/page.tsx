import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { findCredentials } from "@/db/queries/credentials";
import { requireFreshSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { changePassword } from "../change-actions";

export const metadata: Metadata = { title: "Your password" };

export default async function PasswordPage() {
  const { viewer } = await requireFreshSession("/settings/security/password");
  const account = await findCredentials(viewer.id);

  return (
    <div className="flow">
      <PageHead up={{ href: "/settings/security", name: "Security" }} title={account?.hasPassword ? "Change your password" : "Choose a password"}>
        <p className="prose">{`Your other devices are signed out then${env.SMTP_URL ? ", and a mail tells you that it was changed" : ""}.`}</p>
      </PageHead>
      <ActionForm action={changePassword} button="Save the password" empties>
        {account?.hasPassword && <Field id="current" label="The password you have now" type="password" autoComplete="current-password" />}
        <Field id="password" label="The new password" hint="10 to 128 characters, in any script" type="password" autoComplete="new-password" />
      </ActionForm>
    </div>
  );
}
