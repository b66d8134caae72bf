import type { Metadata } from "next";
import { CohortForm } from "@/components/cohorts/cohort-form";
import { requireTeacher } from "@/lib/access/cohorts";
import { addDays } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { offerDueDates } from "@/lib/cohorts/due";
import { stepsWithDue } from "@/lib/cohorts/due-steps";
import { roadmap } from "@/lib/roadmap/catalog";
import { makeCohort } from "./actions";

export const metadata: Metadata = { title: "Make a cohort" };

export default async function NewCohortPage() {
  await requireTeacher();
  const startsOn = nextMonday(today());
  const fields = { name: "", startsOn, endsOn: addDays(startsOn, 26 * 7 - 1), hoursPerWeek: 8 };
  const due = new Map(Object.entries(offerDueDates(fields, roadmap.steps)));
  return (
    <section className="flow" aria-labelledby="new">
      <p className="text-soft">
        <a href="/teach">Your cohorts</a>
      </p>
      <h1 id="new">Make a cohort</h1>
      <p className="lead">You become its instructor. Everything can be changed later, and nobody is invited yet.</p>
      <CohortForm save={makeCohort} button="Make the cohort" fields={fields} steps={stepsWithDue(due)} />
    </section>
  );
}

function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}
