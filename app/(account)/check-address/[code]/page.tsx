import type { Metadata } from "next";
import { LinkNoMore } from "@/app/(account)/_components/link-no-more";
import { ActionForm } from "@/components/ui/action-form";
import { findMailCode } from "@/db/queries/mail-codes";
import { readMailCode } from "@/lib/auth/mail-code";
import { confirmAddress } from "../actions";

export const metadata: Metadata = { title: "Your address", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs open links too. */
export default async function CheckAddressPage({ params }: PageProps<"/check-address/[code]">) {
  const code = readMailCode((await params).code);
  const good = code && (await findMailCode("check-address", code));
  if (!good) return <LinkNoMore next="/settings/security" ask="Go to the settings" />;

  return (
    <section className="flow" aria-labelledby="address">
      <h1 id="address">Is this your address?</h1>
      <p className="lead">{good.address}</p>
      <ActionForm action={confirmAddress} button="It is mine">
        <input type="hidden" name="code" value={code} />
      </ActionForm>
    </section>
  );
}
