import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { RoadPicture } from "@/components/roadmap/road-picture";
import { surfaceOf } from "@/components/roadmap/surface";
import { listNotes } from "@/db/queries/notes-and-waivers";
import { requireTaughtCohort, requireTaughtLearner } from "@/lib/access/cohorts";
import { readLearner } from "@/lib/cohorts/read-learner";
import { isUuid } from "@/lib/typed-text";
import { EvidenceList } from "./_components/evidence-list";
import { History } from "./_components/history";
import { InProgressList } from "./_components/in-progress";
import { LearnerFacts } from "./_components/learner-facts";
import { Notes } from "./_components/notes";
import { PlanTable } from "./_components/plan-table";
import { SharedApplications } from "./_components/shared-applications";
import { Waivers } from "./_components/waivers";

type Props = PageProps<"/teach/cohorts/[cohort]/learners/[learner]">;

async function findLearner({ params }: Props) {
  const { cohort: slug, learner: learnerId } = await params;
  const cohort = await requireTaughtCohort(slug);
  return { cohort, learner: await requireTaughtLearner(cohort, learnerId) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { learner } = await findLearner(props);
  return { title: learner.name };
}

export default async function LearnerPage(props: Props) {
  const { cohort, learner } = await findLearner(props);
  const { older } = await props.searchParams;
  const before = isUuid(older) ? older : null;
  const [{ road, hoursPerWeek, waivers, evidence, applications, recorded, lastActiveAt }, notes] = await Promise.all([readLearner(learner, before), listNotes(learner)]);
  const base = `/teach/cohorts/${cohort.slug}`;

  return (
    <>
      <CohortHeader cohort={cohort} here="Learners" title={learner.name}>
        <LearnerFacts learner={learner} share={road.share} lastActiveAt={lastActiveAt} />
        <SharedApplications name={learner.name} counts={applications} />
      </CohortHeader>
      <RoadPicture surfaces={road.steps.map(({ share }) => surfaceOf(share))} />
      <InProgressList items={road.inProgress} hoursPerWeek={hoursPerWeek} />
      <PlanTable steps={road.steps} />
      <EvidenceList versions={evidence} path={`${base}/reviews/${learner.id}`} />
      <Waivers learner={learner} waivers={waivers} cells={road.cells} />
      <Notes learner={learner} notes={notes} />
      <History recorded={recorded} path={`${base}/learners/${learner.id}`} older={before !== null} />
    </>
  );
}
