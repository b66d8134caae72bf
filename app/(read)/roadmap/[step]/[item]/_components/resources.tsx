import type { Resource } from "@/lib/roadmap/roadmap";

export function Resources({ resources }: { resources: readonly Resource[] }) {
  return (
    <section className="flow" aria-labelledby="resources">
      <h2 id="resources">Where to read</h2>
      <ul className="list resources">
        {resources.map(({ name, url }) => (
          <li key={url}>
            <a href={url} rel="noopener noreferrer">
              {name}
            </a>{" "}
            <span className="host text-sm text-soft">{new URL(url).hostname.replace(/^www\./, "")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
