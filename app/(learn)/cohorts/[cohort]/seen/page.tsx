import type { Metadata } from "next";
import { History } from "@/app/(teach)/teach/cohorts/[cohort]/learners/[learner]/_components/history";
import { InProgressList } from "@/app/(teach)/teach/cohorts/[cohort]/learners/[learner]/_components/in-progress";
import { PlanTable } from "@/app/(teach)/teach/cohorts/[cohort]/learners/[learner]/_components/plan-table";
import { SharedApplications } from "@/app/(teach)/teach/cohorts/[cohort]/learners/[learner]/_components/shared-applications";
import { RoadPicture } from "@/components/roadmap/road-picture";
import { surfaceOf } from "@/components/roadmap/surface";
import { PageHead } from "@/components/site/page-head";
import { requireSelfAsTaught } from "@/lib/access/cohorts";
import { readLearner } from "@/lib/cohorts/read-learner";
import { isUuid } from "@/lib/typed-text";
import { SeenEvidence } from "./_components/seen-evidence";
import { SeenFacts } from "./_components/seen-facts";
import { SeenWaivers } from "./_components/seen-waivers";

export const metadata: Metadata = { title: "What your instructors see", robots: { index: false } };

export default async function SeenPage({ params, searchParams }: PageProps<"/cohorts/[cohort]/seen">) {
  const self = await requireSelfAsTaught((await params).cohort);
  const { older } = await searchParams;
  const before = isUuid(older) ? older : null;
  const { road, hoursPerWeek, waivers, evidence, applications, recorded, lastActiveAt } = await readLearner(self, before);
  const base = `/cohorts/${self.cohort.slug}`;

  return (
    <div className="flow">
      <PageHead up={{ href: base, name: self.cohort.name }} title="What your instructors see">
        <p className="prose">These are the facts on their page about you, read in the same way. An admin sees the same, without the counts of applications, and that they looked is written down.</p>
        <SeenFacts self={self} share={road.share} lastActiveAt={lastActiveAt} />
        <SharedApplications name={self.name} counts={applications} />
      </PageHead>
      <RoadPicture surfaces={road.steps.map(({ share }) => surfaceOf(share))} />
      <InProgressList items={road.inProgress} hoursPerWeek={hoursPerWeek} />
      <PlanTable steps={road.steps} />
      <SeenEvidence versions={evidence} />
      <SeenWaivers waivers={waivers} />
      <section className="flow" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <p className="prose">
          Instructors can write private notes about you, for themselves and the other instructors of this cohort. Whether there are any, and of which day, stands in <a href="/settings/data">the copy of your data</a>; what
          they say does not stand here.
        </p>
      </section>
      <History recorded={recorded} path={`${base}/seen`} older={before !== null} />
    </div>
  );
}
