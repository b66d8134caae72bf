"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { useProgress } from "@/components/progress/use-progress";
import { useLater } from "@/components/ui/use-later";

/** Who is signed in, as the device knows. Keeps its width until it knows. */
export function AccountMenu() {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const account = useProgress(({ view, opened }) => ({ opened, name: view.viewer?.name ?? null }));
  const signOut = useLater(() => import("./sign-out").then((module) => module.SignOut), open);
  if (!account?.opened) return <div className="account" />;
  if (account.name === null) {
    const next = path.startsWith("/sign-") ? "" : `?next=${encodeURIComponent(path)}`;
    return (
      <div className="account">
        <a href={`/sign-in${next}`}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <div className="account">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="sr-only">Account of </span>
          {account.name.split(" ")[0]}
        </summary>
        <div className="flow">
          <p>{account.name}</p>
          {signOut === "unreachable" ? <p>Signing out needs a connection. You are still signed in.</p> : signOut === "loading" ? null : signOut}
        </div>
      </details>
    </div>
  );
}
