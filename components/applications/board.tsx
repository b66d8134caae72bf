import { byStage, sayWhen } from "@/lib/applications/view";
import type { StageMove } from "@/lib/applications/moves";
import { STAGE_WORDS } from "@/lib/applications/words";
import type { ActionResult } from "@/lib/action-result";
import type { Stage } from "@/lib/jobs/words";
import { StageMoveForm, StageMoves } from "./stage-moves";

export type Card = { id: string; title: string; company: string; stage: Stage; nextAction: string; nextOn: string | null; listing: { closed: boolean } | null };

type Props = { applications: readonly Card[]; today: string; move: (move: StageMove) => Promise<ActionResult>; moveByForm: (form: FormData) => Promise<void> };

/** One column for each stage; on a narrow screen one stage after the other. */
export function Board({ applications, today, move, moveByForm }: Props) {
  return (
    <StageMoves move={move} moveByForm={moveByForm} places={Object.fromEntries(applications.map(({ id, stage }) => [id, stage]))}>
      <div className="board">
        {byStage(applications).map(({ stage, rows }) => (
          <section key={stage} aria-labelledby={`at-${stage}`}>
            <h2 id={`at-${stage}`}>
              {STAGE_WORDS[stage]} <span className="text-soft">{rows.length}</span>
            </h2>
            {rows.length > 0 && (
              <ul>
                {rows.map((application) => (
                  <Entry key={application.id} application={application} today={today} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </StageMoves>
  );
}

function Entry({ application, today }: { application: Card; today: string }) {
  const { id, title, company, stage, nextAction, nextOn, listing } = application;
  return (
    <li>
      <p>
        <a href={`/applications/${id}`}>{title}</a>
        <span className="block">{company}</span>
        {nextAction && stage !== "closed" && (
          <span className="block text-sm">
            Next: {nextAction}
            {nextOn && `, ${sayWhen(nextOn, today)}`}
          </span>
        )}
        {listing?.closed && <span className="block text-sm text-soft">The listing is closed</span>}
      </p>
      <StageMoveForm application={{ id, title, company, stage }} />
    </li>
  );
}
