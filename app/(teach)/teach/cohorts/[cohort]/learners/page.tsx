import "@/components/cohorts/enrollment.css";
import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { listGroups } from "@/db/queries/enrollments";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { Expected } from "./_components/expected";
import { GroupFilter } from "./_components/group-filter";
import { Invitations } from "./_components/invitations";
import { LearnerChange } from "./_components/learner-change";
import { LearnerList } from "./_components/learner-list";

export const metadata: Metadata = { title: "Learners of a cohort" };

export default async function LearnersPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/learners">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "learners.read");
  const asked = await searchParams;
  const groups = await listGroups(cohort);
  const group = groups.find(({ name }) => asked.group === (name ?? ""));
  const total = groups.reduce((sum, { learners }) => sum + learners, 0);
  return (
    <div className="flow">
      <CohortHeader cohort={cohort} here="Learners" title={total === 1 ? "One learner" : `${total.toLocaleString("en-IN")} learners`}>
        <p className="row no-print">
          {!cohort.archivedAt && (
            <a className="btn" href="#invitations">
              Invite learners
            </a>
          )}
          <a className="btn low" href={`/teach/cohorts/${cohort.slug}/learners.csv`} download>
            Take the list as CSV
          </a>
        </p>
      </CohortHeader>
      <LearnerChange cohort={cohort} learnerId={asked.change} />
      <section className="flow" aria-labelledby="enrolled">
        <h2 id="enrolled">Enrolled</h2>
        <GroupFilter slug={cohort.slug} groups={groups} chosen={group} />
        <LearnerList cohort={cohort} group={group} after={asked.after} />
      </section>
      <Expected cohort={cohort} page={asked.expected} />
      <Invitations cohort={cohort} before={asked.before} />
    </div>
  );
}
