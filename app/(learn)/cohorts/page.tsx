import type { Metadata } from "next";
import { listOwnCohorts } from "@/db/queries/enrollments";
import { requireViewer } from "@/lib/access/viewer";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";

export const metadata: Metadata = { title: "Your cohorts", robots: { index: false } };

export default async function CohortsPage() {
  const viewer = await requireViewer();
  const cohorts = await listOwnCohorts(viewer.id);
  const day = today();
  return (
    <section className="flow" aria-labelledby="cohorts">
      <h1 id="cohorts">Your cohorts</h1>
      {cohorts.length === 0 && <p className="lead">You are in no cohort. Whoever teaches one can send you an invitation; the roadmap is yours without it.</p>}
      <ul className="list">
        {cohorts.map(({ slug, name, startsOn, endsOn, archivedAt, role }) => (
          <li key={slug}>
            <a href={role === "instructor" ? `/teach/cohorts/${slug}` : `/cohorts/${slug}`}>{name}</a>
            <p className="text-soft">
              {role === "instructor" ? "You teach it" : "You learn in it"}, {sayDate(startsOn, { today: day })} to {sayDate(endsOn, { today: day })}
              {archivedAt && ", archived"}
            </p>
            {role === "learner" && (
              <p>
                <a href={`/cohorts/${slug}/seen`} aria-label={`What the instructors of ${name} see of you`}>
                  What its instructors see of you
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
