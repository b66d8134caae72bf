import { uuidv7 } from "uuidv7";
import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import { PlainText } from "@/components/ui/plain-text";
import type { TaughtLearner } from "@/db/queries/cohorts";
import { MOST_NOTES, type Note } from "@/db/queries/notes-and-waivers";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY } from "@/lib/evidence/words";
import { deleteNote, writeNote } from "../actions";
import { LearnerFields } from "./waivers";

type Props = { learner: TaughtLearner; notes: readonly Note[] };

export function Notes({ learner, notes }: Props) {
  const writable = !learner.cohort.archivedAt;
  return (
    <section className="flow" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <p className="text-soft">Private to the instructors of this cohort. {learner.name} does not see them.</p>
      {writable && (
        <ActionForm action={writeNote} button="Keep the note" done="Kept." empties className="flow no-print">
          <LearnerFields learner={learner} id={uuidv7()} />
          <TextArea id="body" label="New note" rows={3} maxLength={4_000} />
        </ActionForm>
      )}
      <ul className="list">
        {notes.map((note) => (
          <li key={note.id} className="flow">
            <PlainText text={note.body} />
            <p className="text-sm text-soft">
              {note.writtenBy ?? SOMEBODY} on {sayMoment(note.writtenAt)}
            </p>
            {note.own && writable && (
              <details className="folded no-print">
                <summary>Delete this note</summary>
                <ActionForm action={deleteNote} button="Delete it for good">
                  <LearnerFields learner={learner} id={note.id} />
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
      {notes.length === MOST_NOTES && <p className="text-soft">The newest {MOST_NOTES} notes are shown.</p>}
    </section>
  );
}
