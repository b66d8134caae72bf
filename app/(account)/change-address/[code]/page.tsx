import type { Metadata } from "next";
import { LinkNoMore } from "@/app/(account)/_components/link-no-more";
import { ActionForm } from "@/components/ui/action-form";
import { findMailCode } from "@/db/queries/mail-codes";
import { requireViewer } from "@/lib/access/viewer";
import { readMailCode } from "@/lib/auth/mail-code";
import { changeAddress } from "../actions";

export const metadata: Metadata = { title: "Your address", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs open links too. */
export default async function ChangeAddressPage({ params }: PageProps<"/change-address/[code]">) {
  const viewer = await requireViewer();
  const code = readMailCode((await params).code);
  const good = code && (await findMailCode("change-address", code));
  if (!good || good.userId !== viewer.id) return <LinkNoMore next="/settings/security/address" ask="Ask for another link" />;

  return (
    <section className="flow" aria-labelledby="address">
      <h1 id="address">Is this your new address?</h1>
      <p className="lead wrap-anywhere">{good.address}</p>
      <p className="prose">The account of {viewer.name} has it from then on. Your other devices are signed out, and the address you had is told.</p>
      <ActionForm action={changeAddress} button="Yes, change it">
        <input type="hidden" name="code" value={code} />
      </ActionForm>
    </section>
  );
}
