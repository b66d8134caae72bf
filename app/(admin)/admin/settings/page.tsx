import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { ActionForm } from "@/components/ui/action-form";
import { AsDrawn } from "@/components/ui/as-drawn";
import { Choice, Field, TextArea } from "@/components/ui/field";
import { findSettings } from "@/db/queries/settings";
import { requireFreshAdmin } from "@/lib/access/admin";
import { drawnOf, SIGN_UP_WORDS } from "@/lib/people/settings-input";
import { FromEnvironment } from "./_components/from-environment";
import { saveInstallation } from "./actions";

export const metadata: Metadata = { title: "Settings of the installation" };

export default async function SettingsPage() {
  await requireFreshAdmin("/admin/settings");
  const settings = await findSettings();
  const { name, signUp, addressDomains } = settings;

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="Settings of the installation">
        <p className="prose">They act at once, for accounts that are made from then on. Whoever has an account keeps it.</p>
      </PageHead>
      <ActionForm action={saveInstallation} button="Save">
        <AsDrawn value={drawnOf(settings)} />
        <Field id="name" label="Whose installation this is" hint="Such as Pune Institute. Stands where people sign in, and at the end of mails. May be empty." defaultValue={name} autoComplete="off" maxLength={80} />
        <Choice id="signUp" label="Who may make an account" defaultValue={signUp}>
          {Object.entries(SIGN_UP_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Choice>
        <TextArea id="addressDomains" label="What an address must end in" hint="Such as example.org, one a line. Empty: any address. It counts for invited people too." defaultValue={addressDomains.join("\n")} autoComplete="off" spellCheck={false} />
      </ActionForm>
      <FromEnvironment />
    </div>
  );
}
