"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import type { ActionResult } from "@/lib/action-result";

type Claim = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

export function ClaimForm({ claim }: { claim: Claim }) {
  const [result, action, busy] = useActionState(claim, null);
  return (
    <form className="flow" action={action}>
      <Field id="token" label="Token" autoComplete="off" error={result?.ok === false ? result.fieldErrors?.token : undefined} />
      <p>
        <button className="btn go" type="submit" aria-disabled={busy}>
          Become the first admin
        </button>
      </p>
    </form>
  );
}
