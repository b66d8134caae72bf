import Link from "next/link";
import { aboutPlaces, places } from "@/components/reading/places";

/** `own`: the pages that show what the installation has set. */
export function Footer({ own }: { own: readonly { href: string; name: string }[] }) {
  return (
    <footer className="foot wrap">
      <nav aria-label="More to read">
        <ul>
          {[...places, ...aboutPlaces].map(({ href, name }) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {name}
              </Link>
            </li>
          ))}
          {own.map(({ href, name }) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {name}
              </Link>
            </li>
          ))}
          <li>
            <Link href="/print/roadmap" prefetch={false}>
              Print the roadmap
            </Link>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
