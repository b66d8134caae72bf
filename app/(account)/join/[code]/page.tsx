import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { findInvitation, findOffer } from "@/db/queries/invitations";
import { findViewer } from "@/lib/access/viewer";
import { readInvitationCode } from "@/lib/cohorts/invitation";
import { ClosedOffer } from "./_components/closed-offer";
import { OpenOffer } from "./_components/open-offer";
import { SignInFirst } from "./_components/sign-in-first";

export const metadata: Metadata = { title: "An invitation", robots: { index: false }, referrer: "no-referrer" };

/** Looking uses nothing up: mail programs and messengers open links too. */
export default async function JoinPage({ params }: PageProps<"/join/[code]">) {
  const viewer = await findViewer();
  const code = readInvitationCode((await params).code);
  if (!code) notFound();
  if (!viewer) return (await findInvitation(code)) ? <SignInFirst code={code} /> : notFound();

  const offer = await findOffer(code, viewer.id);
  if (!offer) notFound();
  if (offer.enrolledAs === "instructor") redirect(`/teach/cohorts/${offer.cohort.slug}`);
  if (offer.enrolledAs === "learner" && offer.role === "learner") redirect(`/cohorts/${offer.cohort.slug}`);
  if (offer.enrolledAs ?? offer.closed) return <ClosedOffer offer={offer} />;
  return <OpenOffer code={code} offer={offer} viewerName={viewer.name} />;
}
