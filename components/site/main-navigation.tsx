"use client";

import { usePathname } from "next/navigation";
import { useProgress } from "@/components/progress/use-progress";

const PLACES = [
  { href: "/home", name: "Home" },
  { href: "/roadmap", name: "Roadmap" },
  { href: "/jobs", name: "Jobs" },
];
const TEACH = { href: "/teach", name: "Teach" };

export function MainNavigation() {
  const path = usePathname();
  const teaches = useProgress(({ view }) => Boolean(view.viewer?.teaches || view.viewer?.admin)) ?? false;
  return (
    <nav aria-label="Main">
      {(teaches ? [...PLACES, TEACH] : PLACES).map(({ href, name }) => (
        <a key={href} href={href} aria-current={path === href ? "page" : path.startsWith(`${href}/`) ? "true" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
