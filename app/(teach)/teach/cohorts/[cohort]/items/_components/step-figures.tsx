import { FoldTable } from "@/components/reading/fold-table";
import type { ItemFigures } from "@/db/queries/item-figures";
import { sayDays } from "@/lib/calendar/durations";
import { addFigures, NOBODY } from "@/lib/cohorts/item-totals";
import { sayTrouble } from "@/lib/cohorts/trouble";
import { itemPath } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";

const COLUMNS = [
  { name: "Item" },
  { name: "On it", num: true },
  { name: "Done", num: true },
  { name: "Proven", num: true },
  { name: "Waived", num: true },
  { name: "Median time", num: true },
  { name: "Commonest trouble" },
] as const;

/** `slow`: how many have been on an item for too long. */
type Props = { step: Step; learners: number; figures: ReadonlyMap<string, ItemFigures>; slow: (itemId: string) => number };

/** The items of a step with the figures of the whole cohort, and their sums in the last row. */
export function StepFigures({ step, learners, figures, slow }: Props) {
  const items = step.items.map((item) => ({ item, of: figures.get(item.slug) ?? NOBODY }));
  const sum = addFigures(items.map(({ of }) => of));
  return (
    <div className="item-figures" id={step.slug}>
      <FoldTable
        caption={`${step.number}. ${step.title}`}
        columns={COLUMNS}
        needs="much"
        rows={[
          ...items.map(({ item, of }) => ({
            key: item.slug,
            cells: [
              <a key="item" id={item.slug} href={itemPath(item)}>
                {item.title}
              </a>,
              of.doing,
              of.done,
              of.proven,
              of.waived,
              of.medianDays === null ? "–" : sayTime(of.medianDays),
              sayTrouble({ returned: of.returned, slow: slow(item.slug) }),
            ],
          })),
          {
            key: "sum",
            cells: [`All ${items.length} items, ${learners} ${learners === 1 ? "learner" : "learners"} each`, sum.doing, sum.done, sum.proven, sum.waived, "–", "–"],
          },
        ]}
      />
    </div>
  );
}

function sayTime(days: number): string {
  return days < 1 ? "under a day" : sayDays(Math.round(days));
}
