import { listAllCohorts } from "@/db/queries/cohorts";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";

/** For the admin: every cohort of the installation. */
export async function AllCohorts() {
  const cohorts = await listAllCohorts();
  return (
    <section className="flow" aria-labelledby="all-cohorts">
      <h2 id="all-cohorts">All cohorts: {cohorts.length === 200 ? "the latest 200" : cohorts.length}</h2>
      <p className="text-sm text-soft">When you look at the people of a cohort as an admin, that is written down.</p>
      <ul className="list">
        {cohorts.map(({ id, slug, name, startsOn, endsOn, archivedAt, learners }) => (
          <li key={id}>
            <a href={`/teach/cohorts/${slug}`}>{name}</a>
            <p className="text-sm text-soft">
              {sayDate(startsOn, { today: today() })} to {sayDate(endsOn, { today: today() })}, {learners} {learners === 1 ? "learner" : "learners"}
              {archivedAt && ", archived"}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/admin">Administration</a>
      </p>
    </section>
  );
}
