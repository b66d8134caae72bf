import { FoldTable } from "@/components/reading/fold-table";
import type { ListedPerson } from "@/db/queries/people";
import { sayMoment } from "@/lib/calendar/now";
import { sayRoles } from "@/lib/people/say-roles";

export function PeopleTable({ people }: { people: readonly ListedPerson[] }) {
  return (
    <FoldTable
      caption="By name"
      needs="some"
      columns={[{ name: "Name" }, { name: "Address" }, { name: "Roles" }, { name: "Since" }]}
      rows={people.map(({ id, name, email, disabled, createdAt, ...roles }) => ({
        key: id,
        cells: [
          <a key="name" className="wrap-anywhere" href={`/admin/people/${id}`}>
            {name}
          </a>,
          <span key="email" className="wrap-anywhere">
            {email}
          </span>,
          `${sayRoles(roles)}${disabled ? "; disabled" : ""}`,
          sayMoment(createdAt),
        ],
      }))}
    />
  );
}
