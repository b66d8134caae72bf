import { Choice, Field } from "@/components/ui/field";
import { RESOURCES, type AuditView } from "@/lib/audit/view";

/** A form that asks for another address: it works without scripts. */
export function AuditFilter({ view: { who, what, from, to } }: { view: AuditView }) {
  return (
    <form className="flow" action="/admin/audit" role="search" aria-label="What was done">
      <div className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field id="who" label="Who, or about whom" hint="A part of a name or address" defaultValue={who} autoComplete="off" maxLength={200} />
        <Choice id="what" label="What" defaultValue={what ?? ""}>
          <option value="">anything</option>
          {Object.entries(RESOURCES).map(([resource, name]) => (
            <option key={resource} value={resource}>
              {name}
            </option>
          ))}
        </Choice>
        <Field id="from" type="date" label="From" defaultValue={from ?? ""} />
        <Field id="to" type="date" label="To" defaultValue={to ?? ""} />
      </div>
      <p className="row">
        <button className="btn" type="submit">
          Show
        </button>
        {(who || what || from || to) && <a href="/admin/audit">Show all</a>}
      </p>
    </form>
  );
}
