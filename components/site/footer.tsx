import { aboutPlaces, places } from "@/components/reading/places";

/** `own`: the pages that show what the installation has set. */
export function Footer({ own }: { own: readonly { href: string; name: string }[] }) {
  return (
    <footer className="foot wrap">
      <nav aria-label="More to read">
        <ul>
          {[...places, ...aboutPlaces].map(({ href, name }) => (
            <li key={href}>
              <a href={href}>
                {name}
              </a>
            </li>
          ))}
          {own.map(({ href, name }) => (
            <li key={href}>
              <a href={href}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href="/print/roadmap">
              Print the roadmap
            </a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
