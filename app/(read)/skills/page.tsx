import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { FoldTable } from "@/components/reading/fold-table";
import { skills, SKILLS_OF_SOURCE, type Skill } from "@/lib/skills/skills";
import { trainingOf } from "@/lib/skills/training";

export const metadata: Metadata = {
  title: "Skills",
  description: `${skills.length} skills of back-end work, each with the items of the roadmap that train it and their hours.`,
};

export default function SkillsPage() {
  const added = skills.slice(SKILLS_OF_SOURCE);
  return (
    <>
      <header className="flow">
        <h1>Skills of back-end work</h1>
        <p className="lead">
          Twenty-two skills, each with the items that train it. An item may train more than one, so the hours of two skills overlap.
        </p>
      </header>
      <section className="flow" aria-labelledby="core">
        <h2 id="core">What back-end work is made of</h2>
        <SkillTable caption={`${SKILLS_OF_SOURCE} skills`} listed={skills.slice(0, SKILLS_OF_SOURCE)} />
      </section>
      <section className="flow" aria-labelledby="added">
        <h2 id="added">What some roles ask for as well</h2>
        <SkillTable caption={`${added.length} more skills`} listed={added} />
      </section>
      <Dated fromSource={`The first ${SKILLS_OF_SOURCE} skills`} ours="The other skills, the items and their hours" />
    </>
  );
}

function SkillTable({ caption, listed }: { caption: string; listed: readonly Skill[] }) {
  return (
    <FoldTable
      caption={caption}
      needs="little"
      columns={[{ name: "Skill" }, { name: "Items", num: true }, { name: "Hours", num: true }]}
      rows={listed.map(({ slug, name, summary }) => {
        const { itemCount, hours } = trainingOf(slug);
        return {
          key: slug,
          cells: [
            <>
              <a href={`/skills/${slug}`}>
                {name}
              </a>
              <p className="prose">{summary}</p>
            </>,
            itemCount,
            hours,
          ],
        };
      })}
    />
  );
}
