import { PlainText } from "@/components/ui/plain-text";
import { sayMoment } from "@/lib/calendar/now";
import { WAIVED_WORDS, type Waived } from "@/lib/cohorts/grid-cells";
import { titleOf } from "@/lib/cohorts/say-signal";
import { SOMEBODY } from "@/lib/evidence/words";
import { findItem, itemPath } from "@/lib/roadmap/catalog";

type ShownWaiver = { id: string; cohortName: string; itemId: string; state: Waived; reason: string; givenBy: string | null; givenAt: Date };

/** For the learner: which items, by whom and why. */
export function OwnWaivers({ waivers }: { waivers: readonly ShownWaiver[] }) {
  if (waivers.length === 0) return null;
  return (
    <section className="flow" aria-labelledby="waived">
      <h2 id="waived">Waived for you</h2>
      <p className="prose">The instructors’ own record. It takes work off your plan, and changes nothing in what you recorded: you can do these items all the same.</p>
      <ul className="list">
        {waivers.map(({ id, itemId, state, reason, givenBy, givenAt, cohortName }) => (
          <li key={id} className="flow">
            <p>
              <ItemLink itemId={itemId} />: {WAIVED_WORDS[state]}.
            </p>
            <PlainText text={reason} />
            <p className="text-sm text-soft">
              By {givenBy ?? SOMEBODY} in {cohortName}, on {sayMoment(givenAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ItemLink({ itemId }: { itemId: string }) {
  const place = findItem(itemId);
  return place && !place.item.retired ? <a href={itemPath(place.item)}>{place.item.title}</a> : <b>{titleOf(itemId)}</b>;
}
