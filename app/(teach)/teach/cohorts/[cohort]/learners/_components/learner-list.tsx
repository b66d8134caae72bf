import type { TaughtCohort } from "@/db/queries/cohorts";
import { LEARNERS_PER_PAGE, listLearners } from "@/db/queries/enrollments";
import { isUuid } from "@/lib/typed-text";
import { sayMoment } from "@/lib/calendar/now";

type Props = { cohort: TaughtCohort; group: { name: string | null } | undefined; after: unknown };

export async function LearnerList({ cohort, group, after }: Props) {
  const learners = await listLearners(cohort, { group: group?.name, after: isUuid(after) ? after : undefined });
  const last = learners.length === LEARNERS_PER_PAGE ? learners.at(-1) : undefined;
  if (learners.length === 0) return <p>{after ? "Nobody comes after that." : "Nobody has joined yet. Make a link below, and send it to the people you expect."}</p>;

  const path = `/teach/cohorts/${cohort.slug}/learners`;
  const filter = group ? `group=${encodeURIComponent(group.name ?? "")}&` : "";
  return (
    <>
      <ul className="list">
        {learners.map(({ id, name, groupName, enrolledAt, lastActiveAt }) => (
          <li key={id} className="person">
            <a href={`${path}/${id}`}>
              <b>{name}</b>
            </a>
            <p className="text-soft">
              {groupName && `${groupName}, `}since {sayMoment(enrolledAt)}, {lastActiveAt ? `last active on ${sayMoment(lastActiveAt)}` : "not active yet"}
            </p>
            {!cohort.archivedAt && (
              <a className="btn low no-print" href={`${path}?${filter}change=${id}#change`} aria-label={`Change ${name}`}>
                Change
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="row no-print">
        {Boolean(after) && (
          <a className="btn" href={`${path}?${filter}`}>
            From the beginning
          </a>
        )}
        {last && (
          <a className="btn" href={`${path}?${filter}after=${last.id}`}>
            Next {LEARNERS_PER_PAGE}
          </a>
        )}
      </p>
    </>
  );
}
