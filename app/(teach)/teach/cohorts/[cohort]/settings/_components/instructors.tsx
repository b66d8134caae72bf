import { ActionForm } from "@/components/ui/action-form";
import type { Instructor } from "@/db/queries/cohort-settings";
import { sayMoment } from "@/lib/calendar/now";
import { endTeaching } from "../actions";

type Props = { cohort: { slug: string; archivedAt: Date | null; viewerId: string }; instructors: Instructor[] };

export function Instructors({ cohort, instructors }: Props) {
  const open = !cohort.archivedAt;
  return (
    <section className="flow" aria-labelledby="instructors">
      <h2 id="instructors">Instructors</h2>
      <ul className="list">
        {instructors.map(({ id, name, enrolledAt }) => (
          <li key={id}>
            <b>{name}</b>
            {id === cohort.viewerId && ", you"}, since {sayMoment(enrolledAt)}
            {open && instructors.length > 1 && (
              <details className="fold-open">
                <summary aria-label={`Remove ${name}`}>Remove</summary>
                <ActionForm action={endTeaching} button={`Remove ${name}`}>
                  <input type="hidden" name="cohort" value={cohort.slug} />
                  <input type="hidden" name="person" value={id} />
                  <p className="prose">
                    {id === cohort.viewerId ? "You see nothing of this cohort from the next moment on." : `${name} sees nothing of this cohort from the next moment on.`} Reviews and notes written
                    until now stay.
                  </p>
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
      {open && instructors.length === 1 && <p className="text-soft">A cohort keeps at least one instructor. To leave, invite somebody else first.</p>}
      {open && (
        <p>
          <a className="btn" href={`/teach/cohorts/${cohort.slug}/learners#invitations`}>
            Invite an instructor
          </a>
        </p>
      )}
    </section>
  );
}
