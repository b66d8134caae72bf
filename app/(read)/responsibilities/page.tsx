import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { ItemLinks } from "@/components/reading/item-links";
import { responsibilities } from "@/lib/reference/responsibilities";

export const metadata: Metadata = {
  title: "Responsibilities",
  description: `${responsibilities.length} responsibilities of a back-end developer, each with the items of the roadmap where it is practised.`,
};

export default function ResponsibilitiesPage() {
  return (
    <>
      <header className="flow">
        <h1>What a back&#8209;end developer is responsible for</h1>
        <p className="lead">Twelve kinds of work, each with the items where you practise it.</p>
      </header>
      <ul className="entries">
        {responsibilities.map(({ slug, title, summary, items }) => (
          <li key={slug} id={slug}>
            <h2>{title}</h2>
            <p>{summary}</p>
            <p className="text-sm">
              <span className="text-soft">Practised in</span> <ItemLinks slugs={items} />
            </p>
          </li>
        ))}
      </ul>
      <Dated fromSource="The list of responsibilities" ours="The items" />
    </>
  );
}
