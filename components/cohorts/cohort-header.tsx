import type { ReactNode } from "react";

const PLACES = [
  { path: "", name: "Today" },
  { path: "/grid", name: "Grid" },
  { path: "/stuck", name: "Stuck" },
  { path: "/reviews", name: "Reviews" },
  { path: "/learners", name: "Learners" },
  { path: "/items", name: "Items" },
  { path: "/messages", name: "Messages" },
  { path: "/settings", name: "Settings" },
] as const;

type Props = {
  cohort: { slug: string; name: string; archivedAt: Date | null; as: "instructor" | "admin" };
  here: (typeof PLACES)[number]["name"];
  /** The page's own title; without one it is the cohort's name. */
  title?: string;
  children?: ReactNode;
};

/** The head of every page of a cohort. */
export function CohortHeader({ cohort, here, title, children }: Props) {
  return (
    <header className="flow">
      <p className="text-soft">
        <a href="/teach">Your cohorts</a> / {cohort.name}
        {cohort.archivedAt && ", archived: it can be read and not changed"}
        {cohort.as === "admin" && ", seen as an admin: that you looked is written down"}
      </p>
      <h1>{title ?? cohort.name}</h1>
      <nav className="sub no-print" aria-label="Cohort">
        {PLACES.map(({ path, name }) => (
          <a key={path} href={`/teach/cohorts/${cohort.slug}${path}`} aria-current={name === here ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
