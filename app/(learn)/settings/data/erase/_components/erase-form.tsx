"use client";

import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/action-result";

/** Leaves with a new document: that one asks the server who is here, hears that the account is gone, and forgets it. */
export function EraseForm({ erase }: { erase: FormAction }) {
  const eraseAndLeave: FormAction = async (previous, form) => {
    const answer = await erase(previous, form);
    if (!answer.ok) return answer;
    location.assign("/");
    // Nothing is asked from here any more.
    return new Promise(() => undefined);
  };
  return (
    <ActionForm action={eraseAndLeave} button="Erase my account for good">
      <label className="agree">
        <input type="checkbox" name="sure" />
        <span>I know that nobody can bring it back</span>
      </label>
    </ActionForm>
  );
}
