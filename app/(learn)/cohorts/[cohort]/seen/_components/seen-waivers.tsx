import { PlainText } from "@/components/ui/plain-text";
import type { Waiver } from "@/db/queries/notes-and-waivers";
import { sayMoment } from "@/lib/calendar/now";
import { WAIVED_WORDS } from "@/lib/cohorts/grid-cells";
import { titleOf } from "@/lib/cohorts/say-signal";
import { SOMEBODY } from "@/lib/evidence/words";

export function SeenWaivers({ waivers }: { waivers: readonly Waiver[] }) {
  return (
    <section className="flow" aria-labelledby="waivers">
      <h2 id="waivers">Waivers</h2>
      {waivers.length === 0 && <p className="text-soft">No item is waived for you.</p>}
      <ul className="list">
        {waivers.map(({ id, itemId, state, reason, givenBy, givenAt, withdrawnAt, withdrawnBy }) => (
          <li key={id} className="flow">
            <p>
              <b>{titleOf(itemId)}</b>: {WAIVED_WORDS[state]}.
            </p>
            <PlainText text={reason} />
            <p className="text-sm text-soft">
              Given by {givenBy ?? SOMEBODY} on {sayMoment(givenAt)}.
              {withdrawnAt && ` Withdrawn by ${withdrawnBy ?? SOMEBODY} on ${sayMoment(withdrawnAt)}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
