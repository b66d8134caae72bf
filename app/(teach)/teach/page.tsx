import type { Metadata } from "next";
import { TodayOfCohort } from "@/components/cohorts/today-of-cohort";
import { requireTeacher } from "@/lib/access/cohorts";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { sayPeople } from "@/lib/cohorts/say-people";
import { byLearner } from "@/lib/cohorts/stuck";
import { readToday } from "@/lib/cohorts/today";
import { AllCohorts } from "./_components/all-cohorts";
import { FirstCohort } from "./_components/first-cohort";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const { viewer, cohorts } = await requireTeacher();
  const now = new Date();
  const days = await Promise.all(cohorts.map((cohort) => readToday(cohort, now)));
  const stuck = new Set(days.flatMap((day) => byLearner(day.stuck.signals).map(({ learner }) => learner.id))).size;
  const learners = new Set(days.flatMap((day) => day.stuck.learnerIds)).size;

  return (
    <>
      <header className="flow">
        <p className="text-soft">
          {sayDate(today(now), { weekday: true })} · {cohorts.length} {cohorts.length === 1 ? "cohort" : "cohorts"} · {learners} {learners === 1 ? "learner" : "learners"}
        </p>
        <h1>{cohorts.length === 0 ? "You teach no cohort yet" : stuck === 0 ? "Nobody waits for a word today" : `${sayPeople(stuck)} could use a word today`}</h1>
      </header>
      {days.map((day) => (
        <section key={day.cohort.id} className="flow" aria-labelledby={day.cohort.slug}>
          <h2 id={day.cohort.slug}>
            <a href={`/teach/cohorts/${day.cohort.slug}`}>{day.cohort.name}</a>
          </h2>
          <TodayOfCohort today={day} now={now} />
        </section>
      ))}
      {cohorts.length === 0 && <FirstCohort />}
      {viewer.admin && <AllCohorts />}
      {cohorts.length > 0 && (
        <p>
          <a className="btn no-print" href="/teach/cohorts/new">
            Make a cohort
          </a>
        </p>
      )}
    </>
  );
}
