import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import type { FormAction } from "@/lib/action-result";

/** The password is chosen by whoever reads the mail, so that nobody makes an account with the address of somebody else. */
export function SignUpByMail({ signUp, next }: { signUp: FormAction; next: string }) {
  return (
    <ActionForm action={signUp} button="Send me a link">
      <input type="hidden" name="next" value={next} />
      <Field id="name" label="Name" hint="As you want to be called" autoComplete="name" />
      <Field id="email" label="E-mail" hint="A link is sent to it, with which you choose a password" type="email" autoComplete="username" />
    </ActionForm>
  );
}
