import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { FoldTable } from "@/components/reading/fold-table";
import { comparison } from "@/lib/reference/comparison";
import { definitions } from "@/lib/reference/definitions";

export const metadata: Metadata = {
  title: "Front end and back end compared",
  description: `What a back-end developer does, and how the front end and the back end differ in ${comparison.length} aspects.`,
};

export default function ComparisonPage() {
  return (
    <>
      <header className="flow">
        <h1>Front end and back end compared</h1>
        <p className="lead">{definitions.backEndDeveloper}</p>
      </header>
      <section className="flow" aria-labelledby="meaning">
        <h2 id="meaning">What the words mean</h2>
        <p className="prose">{definitions.backEndDevelopment}</p>
        <p className="prose">{definitions.frontEndDevelopment}</p>
        <p>Two examples:</p>
        <ul className="bullets">
          {definitions.examples.map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      </section>
      <section className="flow" aria-labelledby="aspects">
        <h2 id="aspects">Side by side</h2>
        <FoldTable
          caption="Nine aspects"
          needs="some"
          columns={[{ name: "Aspect" }, { name: "Front end" }, { name: "Back end" }]}
          rows={comparison.map(({ aspect, frontEnd, backEnd }) => ({ key: aspect, cells: [aspect, frontEnd, backEnd] }))}
        />
      </section>
      <Dated fromSource="The aspects" />
    </>
  );
}
