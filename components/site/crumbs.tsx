import Link from "next/link";

export function Crumbs({ trail }: { trail: { name: string; href: string }[] }) {
  return (
    <nav className="crumbs" aria-label="You are in">
      <ol>
        {trail.map(({ name, href }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
