"use client";

import { usePathname } from "next/navigation";

const PLACES = [
  { href: "/home", name: "Home" },
  { href: "/roadmap", name: "Roadmap" },
] as const;

export function MainNavigation() {
  const path = usePathname();
  return (
    <nav aria-label="Main">
      {PLACES.map(({ href, name }) => (
        <a key={href} href={href} aria-current={path === href ? "page" : path.startsWith(`${href}/`) ? "true" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
