import type { Metadata } from "next";
import { requireViewer } from "@/lib/access/viewer";
import { claimFirstAdmin } from "../actions";
import { ClaimForm } from "./_components/claim-form";

export const metadata: Metadata = { title: "Become the first admin", robots: { index: false } };

export default async function ClaimPage() {
  const viewer = await requireViewer();
  return (
    <section className="flow" aria-labelledby="claim">
      <h1 id="claim">Become the first admin</h1>
      <p className="lead">The log of this installation shows a token at its start. Whoever can read it may make their account the first admin.</p>
      <p>You are signed in as {viewer.name}.</p>
      <ClaimForm claim={claimFirstAdmin} />
    </section>
  );
}
