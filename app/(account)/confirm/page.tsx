import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { findCredentials } from "@/db/queries/credentials";
import { requireSessionInMaking } from "@/lib/access/viewer";
import { returnPath } from "@/lib/auth/return-path";
import { confirmIdentity } from "./actions";

export const metadata: Metadata = { title: "Is it you?", robots: { index: false } };

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const { viewer } = await requireSessionInMaking();
  const account = await findCredentials(viewer.id);
  const next = returnPath((await searchParams).next);

  return (
    <section className="flow" aria-labelledby="confirm">
      <h1 id="confirm">Is it you, {viewer.name}?</h1>
      <p className="prose">You signed in more than ten minutes ago. What comes next could take the account away from you, so show once more that it is yours. Nothing was changed so far.</p>
      {account?.hasPassword ? (
        <ActionForm action={confirmIdentity} button="Go on">
          <input type="hidden" name="next" value={next} />
          <Field id="password" label="Password" type="password" autoComplete="current-password" />
        </ActionForm>
      ) : (
        <p>
          <a className="btn" href={`/sign-in?next=${encodeURIComponent(next)}`}>
            Sign in again
          </a>
        </p>
      )}
    </section>
  );
}
