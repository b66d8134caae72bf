import { ActionForm } from "@/components/ui/action-form";
import type { NextAction } from "@/db/queries/applications";
import { doneField } from "@/lib/applications/input";
import { sayWhen } from "@/lib/applications/view";
import { finishNextAction } from "../actions";

/** What is to be done today, and what waits from before. One form: what it says stays when a line goes. */
export function DueActions({ actions, today }: { actions: readonly NextAction[]; today: string }) {
  if (actions.length === 0) return null;
  return (
    <section className="note flow" aria-labelledby="due">
      <h2 id="due">To do now</h2>
      <ActionForm action={finishNextAction} button={null}>
        <ul className="list">
          {actions.map((action) => (
            <Due key={doneField(action)} action={action} today={today} />
          ))}
        </ul>
      </ActionForm>
    </section>
  );
}

function Due({ action, today }: { action: NextAction; today: string }) {
  const { id, title, company, nextAction, nextOn } = action;
  return (
    <li className="due">
      <p>
        <b>{nextAction}</b>, {sayWhen(nextOn, today)}
        <br />
        <a href={`/applications/${id}`}>
          {title}, {company}
        </a>
      </p>
      <button type="submit" className="btn no-print" name="done" value={doneField(action)} aria-label={`Done: ${nextAction}`}>
        Done
      </button>
    </li>
  );
}
