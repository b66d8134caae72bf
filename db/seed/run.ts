import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { announcements, cohorts, cohortSteps, enrollments, messages, notes, waivers } from "@/db/schema/cohorts";
import { reviews, submissions } from "@/db/schema/evidence";
import { plans } from "@/db/schema/plans";
import { consents } from "@/db/schema/privacy";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import { DEMO_PEOPLE } from "@/lib/auth/demo";
import { addDays } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { offerDueDates } from "@/lib/cohorts/due";
import { foldOperations } from "@/lib/progress/fold";
import { IN_ENGLISH } from "@/lib/privacy/words";
import { STRENGTH } from "@/lib/progress/states";
import { roadmap } from "@/lib/roadmap/catalog";
import { makeEvidence } from "./evidence";
import { ago, items, makeLearners, operationsOf, person } from "./learners";
import { seedListings } from "./listings";

// Invented people, cohorts and listings for trying Milepost out. Called by the wrapper on an empty trial database, once.

const farida = person(DEMO_PEOPLE.instructor);
const vikram = { ...person(DEMO_PEOPLE.admin), admin: true };
const learners = makeLearners();
const [sneha] = learners;
if (!sneha) throw new Error("There are no learners to begin with.");

const day = (offset: number) => addDays(today(), offset);
// Ends after the road at eight hours a week, so that every step can fall due in it.
const evening = { id: uuidv7(), slug: "evening-2026", name: "Evening back-end, 2026", startsOn: day(-120), endsOn: day(600), hoursPerWeek: 8 };
const weekend = { id: uuidv7(), slug: "weekend-2026", name: "Weekend back-end, 2026", startsOn: day(-60), endsOn: day(500), hoursPerWeek: 5 };
const cohortOf = (index: number) => (index % 3 === 2 ? weekend : evening);

const operations = learners.flatMap((learner) => operationsOf(learner).map((operation) => ({ ...operation, userId: learner.id })));
const states = learners.flatMap((learner) =>
  [...foldOperations(operations.filter((o) => o.userId === learner.id)).values()].map(({ itemId, state, clock, opId, receivedAt }) => ({
    userId: learner.id,
    itemId,
    state,
    strength: STRENGTH[state],
    clock,
    opId,
    changedAt: receivedAt,
  })),
);
const evidence = makeEvidence(learners, farida.id);
const dueDays = [evening, weekend].flatMap((cohort) =>
  Object.entries(offerDueDates(cohort, roadmap.steps)).map(([stepSlug, dueOn]) => ({ cohortId: cohort.id, stepSlug, dueOn })),
);
const quietest = learners.find((learner, index) => learner.quietDays > 8 && cohortOf(index) === evening);

// Before the people, as these tell whether the trial was filled in: when it is cut off here, the next start does it again.
await seedListings();

// One process on an empty database: all of it is there afterwards, or nothing.
await db.transaction(async (tx) => {
  await tx.insert(users).values([farida, vikram, ...learners.map(({ id, name, email }) => ({ id, name, email }))]);
  await tx.insert(consents).values([farida, vikram, ...learners].map(({ id }) => ({ id: uuidv7(), userId: id, purpose: "account" as const, given: true, ...IN_ENGLISH })));
  await tx.insert(cohorts).values([evening, weekend]);
  await tx.insert(cohortSteps).values(dueDays);
  await tx.insert(enrollments).values([
    ...[evening, weekend].map((cohort) => ({ cohortId: cohort.id, userId: farida.id, role: "instructor" as const, enrolledAt: ago(121) })),
    ...learners.map((learner, index) => ({
      cohortId: cohortOf(index).id,
      userId: learner.id,
      role: "learner" as const,
      groupName: index % 2 === 0 ? "Group A" : "Group B",
      enrolledAt: ago(cohortOf(index) === weekend ? Math.min(learner.enrolledDaysAgo, 60) : learner.enrolledDaysAgo),
    })),
  ]);
  for (const rows of inChunks(operations)) await tx.insert(progressOperations).values(rows);
  for (const rows of inChunks(states)) await tx.insert(itemProgress).values(rows);
  for (const rows of inChunks(evidence.submissions)) await tx.insert(submissions).values(rows);
  for (const rows of inChunks(evidence.reviews)) await tx.insert(reviews).values(rows);
  for (const rows of inChunks(evidence.proofs)) await tx.insert(itemProofs).values(rows);

  await tx.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8 });
  await tx.insert(announcements).values({
    cohortId: evening.id,
    id: uuidv7(),
    body: "On Thursday at 7 p.m. we look at two data models together. Bring one question about yours.",
    writtenBy: farida.id,
    writtenAt: ago(2),
  });
  await tx.insert(messages).values({
    learnerId: sneha.id,
    id: uuidv7(),
    cohortId: evening.id,
    body: "Your second version reads much better. One case is still missing: look at my comment, and write to me when you are unsure.",
    writtenBy: farida.id,
    writtenAt: ago(1),
  });
  await tx.insert(waivers).values({
    cohortId: evening.id,
    id: uuidv7(),
    learnerId: sneha.id,
    itemId: items[8]?.slug ?? "",
    state: "known",
    reason: "Uses a debugger at work every day; shown in the call of 3 November.",
    givenBy: farida.id,
    givenAt: ago(18),
  });
  if (quietest) {
    await tx.insert(notes).values({ cohortId: evening.id, id: uuidv7(), learnerId: quietest.id, body: "Has exams until the end of the month. Ask again then.", writtenBy: farida.id, writtenAt: ago(4) });
  }
});
process.exit(0);

function* inChunks<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}
