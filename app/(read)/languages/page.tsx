import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { FoldTable } from "@/components/reading/fold-table";
import { findLanguage, languageCount, languages, type Language } from "@/lib/languages/languages";

export const metadata: Metadata = {
  title: "Languages",
  description: `${languageCount} languages for back-end work compared: typing, runtime, frameworks, typical use, packages and tests.`,
};

const COLUMNS = ["Language", "Typing", "Runs on", "Frameworks", "Typical use", "Packages", "Tests"].map((name) => ({ name }));

export default function LanguagesPage() {
  return (
    <>
      <header className="flow">
        <h1>Languages of back-end work</h1>
        <p className="lead">
          Ten entries, nine languages: Node.js stands in the list, but it is what runs JavaScript on a server.
        </p>
        <p className="prose">One is enough to begin with. Take the one your course, your team or your friends use; what you learn carries over to the next.</p>
      </header>
      <FoldTable
        caption="The languages compared"
        needs="much"
        columns={COLUMNS}
        rows={languages.map((language) => ({
          key: language.slug,
          cells: [
            <NameOf key="name" language={language} />,
            language.typing,
            language.runtime,
            language.frameworks.join(", "),
            language.useCases.join(", "),
            language.packageManager,
            language.testTool,
          ],
        }))}
      />
      <p className="text-sm text-soft prose">Versions are left out: the official documentation says which ones are supported today.</p>
      <Dated fromSource="The list and the typical uses" ours="Everything else" />
    </>
  );
}

function NameOf({ language }: { language: Language }) {
  const real = language.aliasOf ? findLanguage(language.aliasOf) : null;
  return (
    <>
      <a href={`/languages/${language.slug}`}>
        {language.name}
      </a>
      {real && <p className="text-sm text-soft">Another name for {real.name}</p>}
    </>
  );
}
