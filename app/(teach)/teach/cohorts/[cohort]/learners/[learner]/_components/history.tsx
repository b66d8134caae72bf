import { HISTORY_PAGE, type Recorded } from "@/db/queries/learner-page";
import { sayMoment } from "@/lib/calendar/now";
import { titleOf } from "@/lib/cohorts/say-signal";

const STATE_WORDS: Record<Recorded["state"], string> = { todo: "back to do", doing: "doing", done: "done, a claim", skipped: "skipped" };

type Props = { recorded: readonly Recorded[]; path: string; older: boolean };

/** What the learner said of items, the last first, on the days on which it reached the server. */
export function History({ recorded, path, older }: Props) {
  const last = recorded.length === HISTORY_PAGE ? recorded.at(-1) : undefined;
  return (
    <section className="flow" aria-labelledby="history">
      <h2 id="history">History</h2>
      {recorded.length === 0 && <p className="text-soft">{older ? "Nothing was recorded before that." : "Nothing is recorded yet."}</p>}
      <ol className="list">
        {recorded.map(({ opId, itemId, state, at }) => (
          <li key={opId}>
            {titleOf(itemId)}: {STATE_WORDS[state]} <span className="text-sm text-soft">on {sayMoment(at)}</span>
          </li>
        ))}
      </ol>
      <p className="row no-print">
        {older && (
          <a className="btn" href={`${path}#history`}>
            Newest
          </a>
        )}
        {last && (
          <a className="btn" href={`${path}?older=${last.opId}#history`}>
            Older
          </a>
        )}
      </p>
    </section>
  );
}
