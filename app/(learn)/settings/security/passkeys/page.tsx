import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { listPasskeys } from "@/db/queries/passkeys";
import { requireFreshSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { AddPasskey } from "./_components/add-passkey";
import { PasskeyList } from "./_components/passkey-list";
import { beginPasskey, finishPasskey } from "./actions";

export const metadata: Metadata = { title: "Passkeys" };

export default async function PasskeysPage() {
  const { viewer } = await requireFreshSession("/settings/security/passkeys", { inMaking: true });
  const passkeys = await listPasskeys(viewer.id);
  const required = env.STAFF_PASSKEYS === "required" && (viewer.admin || viewer.teaches);

  return (
    <div className="flow">
      <PageHead up={{ href: "/settings/security", name: "Security" }} title="Passkeys">
        <p className="prose">
          A passkey is kept by your phone, your computer or a security key, and opened with your finger, face or PIN. With one, a password alone signs nobody in: after it
          the passkey is asked for.
        </p>
      </PageHead>
      {required && <p className="note">Who teaches, and admins, need a passkey in this installation. {passkeys.length === 0 && "Add one to go on."}</p>}
      {passkeys.length > 0 && <PasskeyList passkeys={passkeys} />}
      <AddPasskey begin={beginPasskey} finish={finishPasskey} />
    </div>
  );
}
