import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { listItemFigures } from "@/db/queries/item-figures";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { readStuck } from "@/lib/cohorts/stuck";
import { roadmap } from "@/lib/roadmap/catalog";
import { StepFigures } from "./_components/step-figures";

export const metadata: Metadata = { title: "Items" };

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
          How many of {learners} {learners === 1 ? "learner" : "learners"} are on each item, have done it and have proven it, and for how many it is waived. The last row of a step sums its items. The
          median time runs from “doing” to “done”, over those who said both.
        </p>
      </CohortHeader>
      <nav className="jumps no-print" aria-label="Steps">
        {begun.map(({ number, slug, title }) => (
          <a key={slug} href={`#${slug}`}>
            {number}. {title}
          </a>
        ))}
      </nav>
      {begun.map((step) => (
        <StepFigures key={step.slug} step={step} learners={learners} figures={figures} slow={slow} />
      ))}
      {begun.length < roadmap.steps.length && (
        <p className="text-soft">
          Nobody has said anything yet about the items of {rest.map((step) => `${step.number}. ${step.title}`).join("; ")}.
        </p>
      )}
    </>
  );
}
