import type { ReactNode } from "react";

type Props = { up: { href: string; name: string }; title: ReactNode; children?: ReactNode };

/** The heading of a page that stands below another one, with the way back to it and what is said of the page. */
export function PageHead({ up, title, children }: Props) {
  return (
    <header className="flow">
      <p className="text-soft">
        <a href={up.href}>{up.name}</a>
      </p>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
