import type { Metadata } from "next";
import { Announcements } from "@/components/cohorts/announcements";
import { CohortFacts } from "@/components/cohorts/cohort-facts";
import { OwnWaivers } from "@/components/cohorts/own-waivers";
import { WhatIsSeen } from "@/components/cohorts/what-is-seen";
import { listAnnouncements } from "@/db/queries/announcements";
import { listDueSteps, listInstructors } from "@/db/queries/cohort-settings";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { listProgress } from "@/db/queries/progress";
import { requireJoinedCohort } from "@/lib/access/cohorts";
import { DueSteps } from "./_components/due-steps";
import { Leave } from "./_components/leave";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohort]">): Promise<Metadata> {
  const { name } = await requireJoinedCohort((await params).cohort);
  return { title: name, robots: { index: false } };
}

export default async function CohortPage({ params }: PageProps<"/cohorts/[cohort]">) {
  const cohort = await requireJoinedCohort((await params).cohort);
  const [instructors, due, items, announcements, waivers] = await Promise.all([
    listInstructors(cohort),
    listDueSteps(cohort),
    listProgress(cohort.viewerId),
    listAnnouncements(cohort),
    listOwnWaivers(cohort.viewerId),
  ]);
  const waived = waivers.filter(({ cohortId }) => cohortId === cohort.id);
  return (
    <div className="flow">
      <p className="text-soft">
        <a href="/cohorts">Your cohorts</a>
      </p>
      <h1>{cohort.name}</h1>
      {cohort.archivedAt && <p className="note">This cohort is archived. Your progress goes on without it.</p>}
      <CohortFacts cohort={cohort} instructors={instructors.map(({ name }) => name)} />
      {announcements.length > 0 && (
        <section className="flow" aria-labelledby="announcements">
          <h2 id="announcements">Announcements</h2>
          <Announcements announcements={announcements} />
        </section>
      )}
      <DueSteps due={due} items={items} waivers={waived} />
      <OwnWaivers waivers={waived} />
      <section className="flow" aria-labelledby="seen">
        <h2 id="seen">What the instructors see</h2>
        <WhatIsSeen />
        <p>
          <a href={`/cohorts/${cohort.slug}/seen`}>See what they see of you now</a>
        </p>
      </section>
      <Leave slug={cohort.slug} name={cohort.name} />
    </div>
  );
}
