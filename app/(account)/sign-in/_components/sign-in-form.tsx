"use client";

import { useState, type SubmitEvent } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { addressOfService, enter } from "@/lib/auth/enter";

type Trouble = { email?: string; password?: string };

const NO_MATCH = "This address and this password do not belong together. The address you typed is kept.";
const TOO_MANY = "This was tried too often. Wait some minutes and try again: nothing was changed, and where you signed in before you get in sooner.";
const NO_SERVER = "The server could not be reached. What you typed is kept; try again when there is a connection.";

const DISABLED = "Whoever hosts this installation has disabled this account. Nothing in it is lost; ask them.";

const SAID = { "no-match": NO_MATCH, "too-many": TOO_MANY, disabled: DISABLED, unavailable: NO_SERVER };

export function SignInForm({ next, services }: { next: string; services: { id: string; name: string }[] }) {
  const [trouble, setTrouble] = useState<Trouble>({});
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const arrive = useArrival();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const { email, password } = valuesOf(form);
    const missing = missingIn(email, password);
    setTrouble(missing);
    if (missing.email ?? missing.password) {
      focusFirst(form, missing);
      return;
    }

    setBusy(true);
    const entered = await enter("password", { email, password });
    if (entered === "in") {
      await arrive(next);
      return;
    }
    setBusy(false);
    if (entered === "no-match") emptyPassword(form);
    setTrouble({ password: SAID[entered] });
    focusFirst(form, { password: NO_MATCH });
  }

  async function leaveFor(service: string) {
    setTrouble({});
    const address = await addressOfService(service, next).catch(() => null);
    if (address) location.assign(address);
    else setTrouble({ password: NO_SERVER });
  }

  return (
    <>
      <form className="flow" method="post" noValidate onSubmit={(event) => void submit(event)}>
        <Field id="email" label="E-mail" type="email" autoComplete="username" error={trouble.email} />
        <Field id="password" label="Password" type="password" autoComplete="current-password" error={trouble.password} />
        {/* Whose focus is in the field already hears nothing of it. */}
        {(trouble.email ?? trouble.password) && (
          <p role="alert" className="sr-only">
            {trouble.email} {trouble.password}
          </p>
        )}
        <p>
          <button className="btn go" type="submit" disabled={!hydrated} aria-disabled={busy}>
            {busy ? "Signing in …" : "Sign in"}
          </button>
        </p>
      </form>
      {services.map(({ id, name }) => (
        <p key={id}>
          <button className="btn" type="button" onClick={() => void leaveFor(id)}>
            Sign in with {name}
          </button>
        </p>
      ))}
    </>
  );
}

function valuesOf(form: HTMLFormElement): { email: string; password: string } {
  const read = (name: string) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field.value : "";
  };
  return { email: read("email"), password: read("password") };
}

function emptyPassword(form: HTMLFormElement) {
  const field = form.elements.namedItem("password");
  if (field instanceof HTMLInputElement) field.value = "";
}

function missingIn(email: string, password: string): Trouble {
  return {
    ...(email.includes("@") ? {} : { email: "An address has an @ in it, like sneha@example.org. What you typed is kept." }),
    ...(password ? {} : { password: "Write your password." }),
  };
}

function focusFirst(form: HTMLFormElement, trouble: Trouble) {
  const field = form.elements.namedItem(trouble.email ? "email" : "password");
  if (field instanceof HTMLElement) field.focus();
}
