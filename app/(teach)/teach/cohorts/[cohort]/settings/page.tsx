import type { Metadata } from "next";
import { CohortForm } from "@/components/cohorts/cohort-form";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { listDueSteps, listInstructors } from "@/db/queries/cohort-settings";
import { requireTaughtCohort } from "@/lib/access/cohorts";
import { stepsWithDue } from "@/lib/cohorts/due-steps";
import { Archive } from "./_components/archive";
import { Instructors } from "./_components/instructors";
import { SignalSettings } from "./_components/signal-settings";
import { saveCohortFields } from "./actions";

export const metadata: Metadata = { title: "Settings of a cohort" };

export default async function CohortSettingsPage({ params }: PageProps<"/teach/cohorts/[cohort]/settings">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  const [due, instructors] = await Promise.all([listDueSteps(cohort), listInstructors(cohort)]);
  const days = new Map(due.map(({ stepSlug, dueOn }) => [stepSlug, dueOn]));
  return (
    <div className="flow">
      <CohortHeader cohort={cohort} here="Settings" title="Settings" />
      {!cohort.archivedAt && (
        <>
          <section className="flow" aria-labelledby="fields">
            <h2 id="fields">The cohort</h2>
            <CohortForm save={saveCohortFields} button="Save the cohort" slug={cohort.slug} fields={cohort} steps={stepsWithDue(days)} />
          </section>
          <SignalSettings cohort={cohort} />
        </>
      )}
      <Instructors cohort={cohort} instructors={instructors} />
      <Archive slug={cohort.slug} archivedAt={cohort.archivedAt} />
    </div>
  );
}
