import { FoldTable } from "@/components/reading/fold-table";
import type { GoodAnswer } from "@/lib/cohorts/roster-answer";

type Props = { answer: GoodAnswer; busy: boolean; onConfirm: (() => void) | undefined };

export function RosterPreview({ answer, busy, onConfirm }: Props) {
  if (answer.said === "saved") return null;

  const { counts, bad, rows, more } = answer;
  const changes = counts.new + counts.changed;
  return (
    <div className="flow">
      {bad.length > 0 && (
        <FoldTable
          caption="Rows that are bad"
          needs="little"
          columns={[{ name: "Line" }, { name: "Reason" }]}
          rows={bad.map(({ line, reason }) => ({
            key: String(line),
            cells: [
              line,
              <span key="reason" className="address">
                {reason}
              </span>,
            ],
          }))}
        />
      )}
      {counts.bad === 0 && changes > 0 && (
        <p>
          <button type="button" className="btn go" aria-disabled={busy} onClick={busy ? undefined : onConfirm}>
            Write {changes} to the roster
          </button>
        </p>
      )}
      {rows.length > 0 && (
        <FoldTable
          caption="Rows that are good"
          needs="some"
          columns={[{ name: "Name" }, { name: "E-mail" }, { name: "Group" }, { name: "Change" }]}
          rows={rows.map(({ line, name, email, group, change }) => ({
            key: String(line),
            cells: [
              name,
              <span key="email" className="address">
                {email}
              </span>,
              group ?? "none",
              change,
            ],
          }))}
        />
      )}
      {more > 0 && <p>and {more.toLocaleString("en-IN")} more</p>}
    </div>
  );
}

/** What came of the file, in a sentence or two. */
export function sayAnswer(answer: GoodAnswer): string {
  if (answer.said === "saved") return saySaved(answer);
  const { counts } = answer;
  const said = `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.bad} bad.`;
  if (counts.bad > 0) return `${said} Nothing can be written while a row is bad: repair the file and choose it again.`;
  return counts.new + counts.changed === 0 ? `${said} The roster has all of this already, so nothing would change.` : said;
}

function saySaved({ added, changed, unchanged, invited }: Extract<GoodAnswer, { said: "saved" }>): string {
  if (added + changed === 0) return `Nothing changed: all ${unchanged} were on the roster already.`;
  return `Written: ${added} new, ${changed} changed, ${unchanged} unchanged. ${invited} ${invited === 1 ? "invitation was" : "invitations were"} made.`;
}
