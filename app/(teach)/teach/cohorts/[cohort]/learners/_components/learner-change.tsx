import { ActionForm } from "@/components/ui/action-form";
import { Choice, Field } from "@/components/ui/field";
import { Opened } from "@/components/ui/opened";
import { findTaughtLearner, listTaughtCohorts, type TaughtCohort } from "@/db/queries/cohorts";
import { isUuid } from "@/lib/typed-text";
import { changeGroup, endEnrollment, moveToCohort } from "../actions";

/** What can be done about the learner whom the address names. */
export async function LearnerChange({ cohort, learnerId }: { cohort: TaughtCohort; learnerId: unknown }) {
  if (!isUuid(learnerId) || cohort.archivedAt) return null;
  const [learner, taught] = await Promise.all([findTaughtLearner(cohort, learnerId), listTaughtCohorts(cohort.viewerId)]);
  if (!learner) return null;
  const others = taught.filter(({ id }) => id !== cohort.id);
  const about = (
    <>
      <input type="hidden" name="cohort" value={cohort.slug} />
      <input type="hidden" name="person" value={learner.id} />
    </>
  );
  return (
    <Opened key={learner.id} role="region" className="note flow" id="change" aria-labelledby="change-whom">
      <h2 id="change-whom">{learner.name}</h2>
      <ActionForm action={changeGroup} button="Save the group" done="Saved.">
        {about}
        <Field id="group" label="Group" hint="Empty for none" defaultValue={learner.groupName ?? ""} maxLength={60} autoComplete="off" />
      </ActionForm>
      {others.length > 0 && (
        <details className="fold-open">
          <summary>Move to another cohort</summary>
          <ActionForm action={moveToCohort} button={`Move ${learner.name}`}>
            {about}
            <Choice id="to" label="Cohort" defaultValue="" hint="Of those that you teach. The instructors there see what the instructors here see now.">
              <option value="">Choose one</option>
              {others.map(({ id, slug, name }) => (
                <option key={id} value={slug}>
                  {name}
                </option>
              ))}
            </Choice>
          </ActionForm>
        </details>
      )}
      <details className="fold-open">
        <summary>Remove from the cohort</summary>
        <ActionForm action={endEnrollment} button={`Remove ${learner.name}`}>
          {about}
          <p className="prose">
            {learner.name} keeps all progress, evidence and reviews. Nobody of this cohort sees them from the next moment on. An invitation that is still open lets {learner.name} come back; revoke
            it if that is not meant.
          </p>
        </ActionForm>
      </details>
      <p>
        <a className="btn low" href={`/teach/cohorts/${cohort.slug}/learners`}>
          Close
        </a>
      </p>
    </Opened>
  );
}
