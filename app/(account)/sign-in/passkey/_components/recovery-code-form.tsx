"use client";

import { useArrival } from "@/components/progress/use-arrival";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import type { FormAction } from "@/lib/action-result";

export function RecoveryCodeForm({ signIn, next }: { signIn: FormAction; next: string }) {
  const arrive = useArrival();
  const enter: FormAction = async (previous, form) => {
    const answer = await signIn(previous, form);
    if (answer.ok) await arrive(next);
    return answer;
  };
  return (
    <ActionForm action={enter} button="Sign in with the code">
      <Field id="code" label="A recovery code" hint="One of those you wrote down; it works once" autoComplete="off" spellCheck={false} />
    </ActionForm>
  );
}
