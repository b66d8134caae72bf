import { absolute } from "@/lib/site/absolute";

type Place = { name: string; href: string };

/** The way back, for people and, with the page itself at its end, for search engines. */
export function Crumbs({ trail, here }: { trail: Place[]; here: Place }) {
  const data = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [...trail, here].map(({ name, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(href),
    })),
  };
  return (
    <nav className="crumbs" aria-label="You are in">
      <ol>
        {trail.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>
              {name}
            </a>
          </li>
        ))}
      </ol>
      {/* Our own content, with the one character escaped that could end the element. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />
    </nav>
  );
}
