"use client";

import { useEffect, useRef } from "react";
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
  const list = useRef<HTMLUListElement>(null);

  // The panel around it lies over the page: it closes for whoever goes on into the page or presses Escape.
  useEffect(() => {
    const panel = list.current?.closest("details");
    if (!panel) return;
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) panel.open = false;
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      panel.open = false;
      panel.querySelector("summary")?.focus();
    };
    panel.addEventListener("focusout", leave);
    panel.addEventListener("keydown", escape);
    return () => {
      panel.removeEventListener("focusout", leave);
      panel.removeEventListener("keydown", escape);
    };
  }, []);

  return (
    <>
      <ul ref={list}>
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
