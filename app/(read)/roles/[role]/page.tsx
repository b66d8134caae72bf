import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dated } from "@/components/reading/dated";
import { FoldTable } from "@/components/reading/fold-table";
import { ItemsByStep } from "@/components/reading/items-by-step";
import { LevelWords } from "@/components/reading/level-words";
import { WeightBar } from "@/components/reading/weight-bar";
import { Crumbs } from "@/components/site/crumbs";
import { Neighbours } from "@/components/site/neighbours";
import { BAND_NAMES } from "@/lib/reference/salaries";
import { findRole, roles, skillsOf, type Role } from "@/lib/roles/roles";
import { trainingOf } from "@/lib/skills/training";
import { OwnReadiness } from "./_components/own-readiness";

export const dynamicParams = false;

export function generateStaticParams() {
  return roles.map(({ slug }) => ({ role: slug }));
}

export async function generateMetadata({ params }: PageProps<"/roles/[role]">): Promise<Metadata> {
  const role = findRole((await params).role) ?? notFound();
  return { title: role.name, description: role.summary };
}

export default async function RolePage({ params }: PageProps<"/roles/[role]">) {
  const role = findRole((await params).role) ?? notFound();
  const place = roles.indexOf(role);
  const [before, after] = [roles[place - 1], roles[place + 1]];
  return (
    <>
      <Crumbs trail={[{ name: "Roles", href: "/roles" }]} here={linkTo(role)} />
      <header className="flow">
        <h1>{role.name}</h1>
        <p className="lead">{role.summary}</p>
      </header>
      <div className="cols">
        <section className="flow" aria-labelledby="work">
          <h2 id="work">What the work is</h2>
          <ul className="bullets">
            {role.work.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section className="flow" aria-labelledby="level">
          <h2 id="level">{BAND_NAMES[role.typicalBand]} level</h2>
          <p className="prose">
            The level at which this role is usually held first. That is our judgement: the source gives pay by experience, not by role.{" "}
            <a href="/salaries">
              Salaries by level
            </a>
          </p>
        </section>
      </div>
      <AskedSkills role={role} />
      <ItemsThatLead role={role} />
      <OwnReadiness role={role.slug} />
      <p>
        <a href={`/jobs?role=${role.slug}`}>Open listings of this role</a>
      </p>
      <Dated fromSource="That the role is listed" ours="What the work is, level, weights, items and hours" />
      <Neighbours name="Roles" before={before && linkTo(before)} after={after && linkTo(after)} />
    </>
  );
}

function AskedSkills({ role }: { role: Role }) {
  const asked = skillsOf(role);
  return (
    <section className="flow" aria-labelledby="skills">
      <h2 id="skills">Skills it asks for</h2>
      <p className="prose">Weights add up to 100. They are a judgement, not a measurement.</p>
      <FoldTable
        caption="Skills of the role, the weightiest first"
        needs="little"
        columns={[{ name: "Skill" }, { name: "Weight", num: true }, { name: "Level" }]}
        rows={asked.map(({ skill, name, weight, level }) => ({
          key: skill,
          cells: [
            <>
              <a href={`/skills/${skill}`}>
                {name}
              </a>
              <WeightBar weight={weight} />
            </>,
            weight,
            level,
          ],
        }))}
      />
      <LevelWords used={asked.map(({ level }) => level)} />
    </section>
  );
}

function ItemsThatLead({ role }: { role: Role }) {
  return (
    <section className="flow" aria-labelledby="items">
      <h2 id="items">Items that lead there</h2>
      <p className="prose">For each skill, the items that train it. An item that trains two skills stands under both, and counts once when it is done.</p>
      <div>
        {skillsOf(role).map(({ skill, name }) => {
          const training = trainingOf(skill);
          return (
            <details key={skill} className="folded">
              <summary>
                {name}
                <span className="text-sm text-soft">
                  {training.itemCount} items, about {training.hours}&nbsp;h
                </span>
              </summary>
              <ItemsByStep training={training} />
            </details>
          );
        })}
      </div>
    </section>
  );
}

function linkTo(role: Role) {
  return { name: role.name, href: `/roles/${role.slug}` };
}
