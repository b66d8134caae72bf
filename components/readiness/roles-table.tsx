import "./readiness.css";
import { FoldTable } from "@/components/reading/fold-table";
import { Strip } from "@/components/roadmap/surface";
import type { Readiness } from "@/lib/readiness/measure";
import type { Role } from "@/lib/roles/roles";

/** All roles side by side, the one you are readiest for first. */
export function RolesTable({ rows }: { rows: readonly { role: Role; readiness: Readiness }[] }) {
  const sorted = [...rows].sort((a, b) => b.readiness.points - a.readiness.points || b.readiness.provenPoints - a.readiness.provenPoints);
  return (
    <div className="roles-ready">
      <FoldTable
        caption="Points of 100 by role, the most first"
        needs="some"
        columns={[{ name: "Role" }, { name: "Readiness", num: true }, { name: "Proven", num: true }, { name: "Claimed", num: true }]}
        rows={sorted.map(({ role, readiness: { points, provenPoints, claimedPoints } }) => ({
          key: role.slug,
          cells: [
            <>
              <a href={`/readiness/${role.slug}`}>{role.name}</a>
              <Strip surface={{ done: points, proven: provenPoints }} />
            </>,
            `${points} of 100`,
            provenPoints,
            claimedPoints,
          ],
        }))}
      />
    </div>
  );
}
