import type { CohortOfPerson } from "@/db/queries/people";

export function PersonCohorts({ cohorts }: { cohorts: readonly CohortOfPerson[] }) {
  return (
    <section className="flow" aria-labelledby="cohorts">
      <h2 id="cohorts">Cohorts</h2>
      {cohorts.length === 0 ? (
        <p>In no cohort.</p>
      ) : (
        <ul className="list">
          {cohorts.map(({ slug, name, archivedAt, role }) => (
            <li key={slug}>
              <a href={`/teach/cohorts/${slug}`}>{name}</a>
              <p className="text-soft">
                {role === "instructor" ? "Teaches it" : "Learns in it"}
                {archivedAt && ", archived"}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
