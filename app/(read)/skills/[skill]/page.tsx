import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dated } from "@/components/reading/dated";
import { FoldTable } from "@/components/reading/fold-table";
import { ItemsByStep } from "@/components/reading/items-by-step";
import { LevelWords } from "@/components/reading/level-words";
import { WeightBar } from "@/components/reading/weight-bar";
import { Crumbs } from "@/components/site/crumbs";
import { Neighbours } from "@/components/site/neighbours";
import { rolesAsking } from "@/lib/roles/roles";
import { findSkill, skills, type Skill } from "@/lib/skills/skills";
import { trainingOf } from "@/lib/skills/training";

export const dynamicParams = false;

export function generateStaticParams() {
  return skills.map(({ slug }) => ({ skill: slug }));
}

export async function generateMetadata({ params }: PageProps<"/skills/[skill]">): Promise<Metadata> {
  const skill = findSkill((await params).skill) ?? notFound();
  return { title: skill.name, description: `${skill.summary} The items that train it, and the roles that ask for it.` };
}

export default async function SkillPage({ params }: PageProps<"/skills/[skill]">) {
  const skill = findSkill((await params).skill) ?? notFound();
  const place = skills.findIndex(({ slug }) => slug === skill.slug);
  const [before, after] = [skills[place - 1], skills[place + 1]];
  const training = trainingOf(skill.slug);
  return (
    <>
      <Crumbs trail={[{ name: "Skills", href: "/skills" }]} here={linkTo(skill)} />
      <header className="flow">
        <h1>{skill.name}</h1>
        <p className="lead">{skill.summary}</p>
      </header>
      <section className="flow" aria-labelledby="items">
        <h2 id="items">Items that train it</h2>
        <p>
          {training.itemCount} items, about {training.hours}&nbsp;hours. An item may train other skills as well.
        </p>
        <ItemsByStep training={training} />
      </section>
      <RolesAsking skill={skill} />
      <Dated ours="Items, hours, weights and levels" />
      <Neighbours name="Skills" before={before && linkTo(before)} after={after && linkTo(after)} />
    </>
  );
}

function RolesAsking({ skill }: { skill: Skill }) {
  const asking = rolesAsking(skill.slug);
  return (
    <section className="flow" aria-labelledby="roles">
      <h2 id="roles">Roles that ask for it</h2>
      {asking.length === 0 ? (
        <p className="prose">
          No role gives it a weight of its own: it keeps all the other skills current. <a href="/roles">See the roles</a>
        </p>
      ) : (
        <>
          <p className="prose">The weight says how much of the role it is, of 100 for all its skills.</p>
          <FoldTable
            caption={`${skill.name} in roles`}
            needs="little"
            columns={[{ name: "Role" }, { name: "Weight", num: true }, { name: "Level" }]}
            rows={asking.map(({ role, weight, level }) => ({
              key: role.slug,
              cells: [
                <>
                  <a href={`/roles/${role.slug}`}>
                    {role.name}
                  </a>
                  <WeightBar weight={weight} />
                </>,
                weight,
                level,
              ],
            }))}
          />
          <LevelWords used={asking.map(({ level }) => level)} />
        </>
      )}
    </section>
  );
}

function linkTo(skill: Skill) {
  return { name: skill.name, href: `/skills/${skill.slug}` };
}
