"use client";

import { useState } from "react";
import { useArrival } from "@/components/progress/use-arrival";
import { enter } from "@/lib/auth/enter";

type DemoPerson = { role: string; name: string; does: string };

/** Only in a trial: look around as one of the invented people. */
export function DemoSignIn({ people, next }: { people: DemoPerson[]; next: string }) {
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const arrive = useArrival();

  async function tryAs(role: string) {
    if (busy) return;
    setFailed(false);
    setBusy(true);
    if ((await enter("demo", { role })) === "in") return arrive(next);
    setBusy(false);
    setFailed(true);
  }

  return (
    <section className="flow" aria-labelledby="trial">
      <h2 id="trial">This is a trial</h2>
      <p>The people in it are invented; look around as one of them.</p>
      <div className="grid gap-3">
        {people.map(({ role, name, does }) => (
          <button key={role} className="btn try" type="button" aria-disabled={busy} onClick={() => void tryAs(role)}>
            <svg viewBox="0 0 36 48" aria-hidden="true">
              <use href="#stone" />
            </svg>
            <span>
              <b>Try as {role}</b>
              <br />
              <span className="text-sm">
                {name}, {does}
              </span>
            </span>
          </button>
        ))}
      </div>
      {failed && (
        <p className="error" role="alert">
          The server did not let you in. Try again in a moment.
        </p>
      )}
    </section>
  );
}
