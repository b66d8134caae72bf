import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { requireViewer } from "@/lib/access/viewer";
import { claimFirstAdmin } from "../actions";

export const metadata: Metadata = { title: "Become the first admin", robots: { index: false } };

export default async function ClaimPage() {
  const viewer = await requireViewer();
  return (
    <section className="flow" aria-labelledby="claim">
      <h1 id="claim">Become the first admin</h1>
      <p className="lead">The log of this installation shows a token at its start. Whoever can read it may make their account the first admin.</p>
      <p>You are signed in as {viewer.name}.</p>
      <ActionForm action={claimFirstAdmin} button="Become the first admin">
        <Field id="token" label="Token" autoComplete="off" spellCheck={false} />
      </ActionForm>
    </section>
  );
}
