import { FoldTable } from "@/components/reading/fold-table";
import { LevelWords } from "@/components/reading/level-words";
import { LEVEL_NAMES } from "@/lib/progress/words";
import { NEEDED_HOURS, OTHER_WEIGHT, STRENGTHS } from "@/lib/readiness/weights";
import type { Level } from "@/lib/roles/roles";

const ORDER = ["aware", "working", "strong"] as const satisfies readonly Level[];

/** The weights that readiness is counted with, as lib/readiness/weights.ts has them. */
export function HowCounted() {
  return (
    <section className="flow" aria-labelledby="counted">
      <h2 id="counted">How this is counted</h2>
      <p className="prose">
        What is asked adds up to 100 points. For each skill the one item counts that shows it best: its proof level, times how many of the needed hours it
        has. Points are rounded down for each skill, so the rows add up to the number and no point is shown that is not earned.
      </p>
      <div className="cols">
        <FoldTable
          caption="What an item counts by its proof level"
          needs="little"
          columns={[{ name: "Proof level" }, { name: "Counts", num: true }]}
          rows={[
            { key: "nothing", cells: ["To do, doing or skipped, without proof", "0 %"] },
            ...STRENGTHS.map((strength, level) => ({ key: String(level), cells: [`${level} ${LEVEL_NAMES[level]}`, `${strength} %`] })),
          ]}
        />
        <FoldTable
          caption="Hours of an item that count in full"
          needs="little"
          columns={[{ name: "Asked as" }, { name: "Hours", num: true }]}
          rows={ORDER.map((level) => ({ key: level, cells: [level, NEEDED_HOURS[level]] }))}
        />
      </div>
      <LevelWords used={ORDER} />
      <ul className="bullets">
        <li>An item of fewer hours counts in proportion. Where no item that trains a skill is that long, the longest counts in full.</li>
        <li>The weights of a role are ours, a judgement and not a measurement. A listing takes those of its role; a skill that the role does not name weighs {OTHER_WEIGHT}.</li>
        <li>What a listing requires is asked as working; what it would like is asked as aware and weighs half.</li>
        <li>In the shortest way every item is reviewed in the end. One that is done already takes a quarter of its hours to prove, at least one hour. Prerequisites that you skipped, or that an instructor waived for you, take none.</li>
      </ul>
    </section>
  );
}
