import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { SignOut } from "@/components/site/sign-out";
import { findCredentials } from "@/db/queries/credentials";
import { listSessions } from "@/db/queries/sessions";
import { requireSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { AddressCheck } from "./_components/address-check";
import { SessionList } from "./_components/session-list";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  const { viewer, idHash } = await requireSession();
  const [sessions, account] = await Promise.all([listSessions(viewer.id), findCredentials(viewer.id)]);

  return (
    <div className="flow">
      <PageHead up={{ href: "/settings", name: "Settings" }} title="Security" />
      {account && <AddressCheck account={account} sendsMail={Boolean(env.SMTP_URL)} />}
      <section className="flow" aria-labelledby="password">
        <h2 id="password">Your password</h2>
        <p>
          <a href="/settings/security/password">{account?.hasPassword ? "Change your password" : "Choose a password"}</a>
        </p>
      </section>
      <section className="flow" aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <p className="prose">With a passkey nobody gets in who knows your password alone.</p>
        <p>
          <a href="/settings/security/passkeys">Your passkeys</a>
        </p>
      </section>
      <section className="flow" aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <p className="prose">A device that you do not know, or do not have any more: sign it out. It acts on the next thing that is asked for there.</p>
        <SessionList sessions={sessions} ownIdHash={idHash} />
        <SignOut everywhere />
        <p className="text-sm text-soft">Signing out everywhere ends all of these, this one too.</p>
      </section>
    </div>
  );
}
