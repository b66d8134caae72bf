import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dated } from "@/components/reading/dated";
import { Facts } from "@/components/reading/facts";
import { Crumbs } from "@/components/site/crumbs";
import { Neighbours } from "@/components/site/neighbours";
import { findLanguage, languages, type Language } from "@/lib/languages/languages";

export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map(({ slug }) => ({ language: slug }));
}

export async function generateMetadata({ params }: PageProps<"/languages/[language]">): Promise<Metadata> {
  const language = findLanguage((await params).language) ?? notFound();
  return { title: language.name, description: language.summary };
}

export default async function LanguagePage({ params }: PageProps<"/languages/[language]">) {
  const language = findLanguage((await params).language) ?? notFound();
  const place = languages.indexOf(language);
  const [before, after] = [languages[place - 1], languages[place + 1]];
  return (
    <>
      <Crumbs trail={[{ name: "Languages", href: "/languages" }]} here={linkTo(language)} />
      <header className="flow">
        <h1>{language.name}</h1>
        <p className="lead">{language.summary}</p>
        <SameLanguage language={language} />
      </header>
      <section className="flow" aria-labelledby="glance">
        <h2 id="glance">At a glance</h2>
        <LanguageFacts language={language} />
      </section>
      <div className="cols">
        <div className="flow">
          <h2>Strengths</h2>
          <Bullets lines={language.strengths} />
          <h2>What to watch out for</h2>
          <Bullets lines={language.watchOut} />
        </div>
        <div className="flow">
          <h2>First steps</h2>
          <ol className="prose list-decimal space-y-2 pl-6">
            {language.firstSteps.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      </div>
      <section className="flow" aria-labelledby="hello">
        <h2 id="hello">A first program</h2>
        <pre className="program" tabIndex={0} role="region" aria-label={`A first program in ${language.name}`}>
          <code translate="no">{language.hello.join("\n")}</code>
        </pre>
        <p>
          Official documentation:{" "}
          <a href={language.docs} rel="noopener noreferrer">
            {new URL(language.docs).hostname.replace(/^www\./, "")}
          </a>
        </p>
      </section>
      <Dated fromSource="That the language is listed, and its typical use" ours="Everything else" />
      <Neighbours name="Languages" before={before && linkTo(before)} after={after && linkTo(after)} />
    </>
  );
}

function SameLanguage({ language }: { language: Language }) {
  const same = languages.filter(({ slug, aliasOf }) => slug === language.aliasOf || aliasOf === language.slug);
  return same.map(({ slug, name }) => (
    <p key={slug} className="note">
      The same language is also listed as{" "}
      <a href={`/languages/${slug}`}>
        {name}
      </a>
      .
    </p>
  ));
}

function LanguageFacts({ language }: { language: Language }) {
  const facts = {
    Typing: language.typing,
    "Runs on": language.runtime,
    Frameworks: language.frameworks.join(", "),
    "Typical use": language.useCases.join(", "),
    "Package manager": language.packageManager,
    "Test tool": language.testTool,
    "Where it is used": language.whereUsed,
  };
  return <Facts facts={facts} />;
}

function Bullets({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function linkTo(language: Language) {
  return { name: language.name, href: `/languages/${language.slug}` };
}
