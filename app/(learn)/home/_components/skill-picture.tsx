import { percent, shareOf } from "@/lib/progress/percent";
import type { ItemView } from "@/lib/progress/view";
import { Strip, surfaceOf } from "@/components/roadmap/surface";

export type SkillOutline = { slug: string; name: string; items: readonly string[] };

/** Each skill as a piece of road as long as its items: gravel for what was done, tarmac for what is proven. */
export function SkillPicture({ skills, items }: { skills: SkillOutline[]; items: Record<string, ItemView> }) {
  const rows = skills.map((skill) => ({ skill, share: shareOf(skill.items, items) })).filter(({ share }) => share.done + share.proven > 0);
  return (
    <section className="flow" aria-labelledby="skills">
      <h2 id="skills">Skills you train</h2>
      {rows.length === 0 && <p className="text-soft">Each item trains one skill or more. They show here once an item is done.</p>}
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col" className="hidden md:table-cell">
                <span className="sr-only">Its road</span>
              </th>
              <th scope="col" className="num">
                Done
              </th>
              <th scope="col" className="num">
                Proven
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ skill, share }) => (
              <tr key={skill.slug}>
                <th scope="row">
                  <a href={`/skills/${skill.slug}`}>
                    {skill.name}
                  </a>
                </th>
                <td className="hidden w-2/5 md:table-cell">
                  <Strip surface={surfaceOf(share)} />
                </td>
                <td className="num">
                  {share.done} of {share.total}, {percent(share.done, share.total)}&nbsp;%
                </td>
                <td className="num">{share.proven}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
