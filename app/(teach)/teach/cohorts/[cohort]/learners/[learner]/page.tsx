import type { Metadata } from "next";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { RoadPicture } from "@/components/roadmap/road-picture";
import { surfaceOf } from "@/components/roadmap/surface";
import { countSharedStages } from "@/db/queries/applications";
import { listEvidenceOfLearner } from "@/db/queries/evidence";
import { findLastActivity, listHistory, listItemsOfLearner } from "@/db/queries/learner-page";
import { listNotes, listWaivers } from "@/db/queries/notes-and-waivers";
import { listDueSteps } from "@/db/queries/cohort-settings";
import { requireTaughtCohort, requireTaughtLearner } from "@/lib/access/cohorts";
import { isUuid } from "@/lib/typed-text";
import { readRoad } from "@/lib/cohorts/learner-road";
import { EvidenceList } from "./_components/evidence-list";
import { History } from "./_components/history";
import { InProgressList } from "./_components/in-progress";
import { LearnerFacts } from "./_components/learner-facts";
import { Notes } from "./_components/notes";
import { PlanTable } from "./_components/plan-table";
import { SharedApplications } from "./_components/shared-applications";
import { Waivers } from "./_components/waivers";

export const metadata: Metadata = { title: "Learner" };

export default async function LearnerPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/learners/[learner]">) {
  const { cohort: slug, learner: learnerId } = await params;
  const cohort = await requireTaughtCohort(slug);
  const learner = await requireTaughtLearner(cohort, learnerId);
  const { older } = await searchParams;
  const before = isUuid(older) ? older : null;
  const [items, due, waivers, notes, evidence, applications, recorded, lastActiveAt] = await Promise.all([
    listItemsOfLearner(learner),
    listDueSteps(cohort),
    listWaivers(learner),
    listNotes(learner),
    listEvidenceOfLearner(learner),
    countSharedStages(cohort, learner.id),
    listHistory(learner, before),
    findLastActivity(learner),
  ]);
  const hoursPerWeek = learner.ownHours ?? cohort.hoursPerWeek;
  const road = readRoad({ items, waivers, due }, hoursPerWeek, new Date());
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
