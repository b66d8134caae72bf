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
  const places = useLater(() => import("./own-places").then((module) => module.OwnPlaces), open);
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
      {/* A new page closes it. */}
      <details key={path} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="sr-only">Account of </span>
          {account.name.split(" ")[0]}
        </summary>
        <div className="flow">
          <p>{account.name}</p>
          {places === "unreachable" ? <p>Signing out needs a connection. You are still signed in.</p> : places === "loading" ? null : places}
        </div>
      </details>
    </div>
  );
}
