import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { FoldTable } from "@/components/reading/fold-table";
import { listItemFigures, type ItemFigures } from "@/db/queries/item-figures";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { readStuck } from "@/lib/cohorts/stuck";
import { sayTrouble } from "@/lib/cohorts/trouble";
import { itemPath, roadmap } from "@/lib/roadmap/catalog";

export const metadata: Metadata = { title: "Items" };

const COLUMNS = [
  { name: "Item" },
  { name: "On it", num: true },
  { name: "Done", num: true },
  { name: "Proven", num: true },
  { name: "Median time", num: true },
  { name: "Commonest trouble" },
] as const;

const NOBODY: Omit<ItemFigures, "itemId"> = { doing: 0, done: 0, proven: 0, skipped: 0, waived: 0, returned: 0, medianDays: null };

export default async function ItemsPage({ params }: PageProps<"/teach/cohorts/[cohort]/items">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "items.read");
  const [rows, { signals, learners }] = await Promise.all([listItemFigures(cohort), readStuck(cohort, new Date())]);
  const figures = new Map(rows.map((row) => [row.itemId, row]));
  const begun = roadmap.steps.filter((step) => step.items.some((item) => figures.has(item.slug)));
  const rest = roadmap.steps.filter((step) => !begun.includes(step));
  const slow = (itemId: string) => signals.filter((signal) => signal.rule === "slow" && signal.itemId === itemId).length;

  return (
    <>
      <CohortHeader cohort={cohort} here="Items" title="Items">
        <p>
          How many of {learners} learners are on each item, have done it and have proven it. The median time runs from “doing” to “done”, over those who said both.
        </p>
      </CohortHeader>
      {begun.map((step) => (
        <div key={step.slug} className="item-figures">
          <FoldTable
            caption={`${step.number}. ${step.title}`}
            columns={COLUMNS}
            needs="much"
            rows={step.items.map((item) => {
              const of = figures.get(item.slug) ?? NOBODY;
              return {
                key: item.slug,
                cells: [
                  <a key="item" id={item.slug} href={itemPath(item)}>
                    {item.title}
                  </a>,
                  of.doing,
                  of.done,
                  of.proven,
                  of.medianDays === null ? "–" : sayDays(of.medianDays),
                  `${sayTrouble({ returned: of.returned, slow: slow(item.slug) })}${of.waived > 0 ? `; ${of.waived} waived` : ""}`,
                ],
              };
            })}
          />
        </div>
      ))}
      {begun.length < roadmap.steps.length && (
        <p className="text-soft">
          Nobody has said anything yet about the items of {rest.map((step) => `${step.number}. ${step.title}`).join("; ")}.
        </p>
      )}
    </>
  );
}

function sayDays(days: number): string {
  if (days < 1) return "under a day";
  const whole = Math.round(days);
  return whole === 1 ? "1 day" : `${whole} days`;
}
