import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { findCredentials } from "@/db/queries/credentials";
import { requireFreshSession } from "@/lib/access/viewer";
import { changePassword } from "../change-actions";

export const metadata: Metadata = { title: "Your password" };

export default async function PasswordPage() {
  const { viewer } = await requireFreshSession("/settings/security/password");
  const account = await findCredentials(viewer.id);

  return (
    <div className="flow">
      <header className="flow">
        <p className="text-soft">
          <a href="/settings/security">Security</a>
        </p>
        <h1>{account?.hasPassword ? "Change your password" : "Choose a password"}</h1>
        <p className="prose">Your other devices are signed out then, and a mail tells you that it was changed.</p>
      </header>
      <ActionForm action={changePassword} button="Save the password" empties>
        {account?.hasPassword && <Field id="current" label="The password you have now" type="password" autoComplete="current-password" />}
        <Field id="password" label="The new password" hint="10 to 128 characters, in any script" type="password" autoComplete="new-password" />
      </ActionForm>
    </div>
  );
}
