"use client";

import { useProgress } from "@/components/progress/use-progress";
import { SignOut } from "./sign-out";

const PLACES = [
  { href: "/evidence", name: "Evidence" },
  { href: "/plan", name: "Plan" },
  { href: "/readiness", name: "Readiness" },
  { href: "/applications", name: "Applications" },
  { href: "/jobs/saved", name: "Saved searches" },
  { href: "/cohorts", name: "Cohorts" },
  { href: "/messages", name: "Messages" },
  { href: "/settings", name: "Settings" },
];

const OF_ADMINS = { href: "/admin", name: "Administration" };

/** What opens under the person's name: comes when it is opened. */
export function OwnPlaces() {
  const fresh = useProgress(({ view }) => view.standing?.waiting.listings ?? 0) ?? 0;
  const admin = useProgress(({ view }) => Boolean(view.viewer?.admin)) ?? false;
  return (
    <>
      <ul>
        {(admin ? [...PLACES, OF_ADMINS] : PLACES).map(({ href, name }) => (
          <li key={href}>
            <a href={href}>
              {name}
              {href === "/jobs/saved" && fresh > 0 && `: ${fresh} new`}
            </a>
          </li>
        ))}
      </ul>
      <SignOut />
    </>
  );
}
