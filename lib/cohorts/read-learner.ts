import { countSharedStages } from "@/db/queries/applications";
import { listDueSteps } from "@/db/queries/cohort-settings";
import type { TaughtLearner } from "@/db/queries/cohorts";
import { listEvidenceOfLearner } from "@/db/queries/evidence";
import { findLastActivity, listHistory, listItemsOfLearner } from "@/db/queries/learner-page";
import { listWaivers } from "@/db/queries/notes-and-waivers";
import { readRoad } from "./learner-road";

/** What instructors see of a learner, without their own notes. The learner’s page of what is seen shows this too: nothing may come in on one of them only. */
export async function readLearner(learner: TaughtLearner, before: string | null) {
  const { cohort } = learner;
  const [items, due, waivers, evidence, applications, recorded, lastActiveAt] = await Promise.all([
    listItemsOfLearner(learner),
    listDueSteps(cohort),
    listWaivers(learner),
    listEvidenceOfLearner(learner),
    countSharedStages(cohort, learner.id),
    listHistory(learner, before),
    findLastActivity(learner),
  ]);
  const hoursPerWeek = learner.ownHours ?? cohort.hoursPerWeek;
  const road = readRoad({ items, waivers, due }, hoursPerWeek, new Date());
  return { road, hoursPerWeek, waivers, evidence, applications, recorded, lastActiveAt };
}
