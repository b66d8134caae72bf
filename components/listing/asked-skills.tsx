import type { Ask, Need } from "@/lib/jobs/words";
import { findSkill } from "@/lib/skills/skills";

const NAMES: Record<Need, string> = { required: "Required", preferred: "Good to have" };

/** The skills of a listing, each with the words that say so. */
export function AskedSkills({ asks }: { asks: readonly Ask[] }) {
  const groups = (["required", "preferred"] as const).map((need) => ({ need, asked: asks.filter((ask) => ask.need === need) }));
  return (
    <dl className="asked">
      {groups.map(
        ({ need, asked }) =>
          asked.length > 0 && (
            <div key={need}>
              <dt>{NAMES[need]}</dt>
              {asked.map(({ skill, says }) => (
                <dd key={skill}>
                  <a href={`/skills/${skill}`}>{findSkill(skill)?.name}</a> <span className="text-sm text-soft">{says.join(", ")}</span>
                </dd>
              ))}
            </div>
          ),
      )}
    </dl>
  );
}
