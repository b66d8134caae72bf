import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { ItemLinks } from "@/components/reading/item-links";
import { terms } from "@/lib/glossary/terms";

export const metadata: Metadata = {
  title: "Glossary",
  description: `${terms.length} words of back-end work explained in a sentence or two, each with the items in which it is learned.`,
};

const letters = [...new Set(terms.map(({ term }) => term.charAt(0)))].map((letter) => ({
  letter,
  id: `letter-${letter.toLowerCase()}`,
  terms: terms.filter(({ term }) => term.startsWith(letter)),
}));

export default function GlossaryPage() {
  return (
    <>
      <header className="flow">
        <h1>Glossary</h1>
        <p className="lead">Eighty words of back-end work, each with the items in which you learn it.</p>
      </header>
      <nav className="jumps letters" aria-label="Letters">
        {letters.map(({ letter, id }) => (
          <a key={id} href={`#${id}`}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map(({ letter, id, terms: listed }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{letter}</h2>
          <dl className="term-list">
            {listed.map(({ slug, term, definition, items }) => (
              <div key={slug} id={slug}>
                <dt>{term}</dt>
                <dd>{definition}</dd>
                <dd className="text-sm">
                  <span className="text-soft">Learned in</span> <ItemLinks slugs={items} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Dated ours="The definitions" />
    </>
  );
}
