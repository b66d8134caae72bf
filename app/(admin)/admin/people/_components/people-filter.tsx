import { Choice, Field } from "@/components/ui/field";
import type { PeopleSearch } from "@/db/queries/people";
import { KINDS } from "@/lib/people/view";

/** A form that asks for another address: it works without scripts. */
export function PeopleFilter({ view: { who, kind } }: { view: PeopleSearch }) {
  return (
    <form className="flow" action="/admin/people" role="search" aria-label="People">
      <div className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field id="who" label="Who" hint="A part of a name or address" defaultValue={who} autoComplete="off" maxLength={200} />
        <Choice id="kind" label="Of these" defaultValue={kind ?? ""}>
          <option value="">everyone</option>
          {Object.entries(KINDS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Choice>
      </div>
      <p className="row">
        <button className="btn" type="submit">
          Show
        </button>
        {(who || kind) && <a href="/admin/people">Show all</a>}
      </p>
    </form>
  );
}
