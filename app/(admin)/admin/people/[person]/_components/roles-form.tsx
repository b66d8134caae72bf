import { giveRoles } from "@/app/(admin)/admin/people/actions";
import { ActionForm } from "@/components/ui/action-form";
import { AsDrawn } from "@/components/ui/as-drawn";
import type { Person } from "@/db/queries/people";
import { drawnOf } from "@/lib/people/input";

export function RolesForm({ person: { id, instructor, admin } }: { person: Person }) {
  return (
    <section className="flow" aria-labelledby="roles">
      <h2 id="roles">Roles</h2>
      <p className="prose">Everyone is a learner. A change signs the person out everywhere and acts on the next thing that is asked for.</p>
      <ActionForm action={giveRoles} button="Save the roles">
        <input type="hidden" name="person" value={id} />
        <AsDrawn value={drawnOf({ instructor, admin })} />
        <div>
          <label className="agree">
            <input type="checkbox" name="instructor" defaultChecked={instructor} aria-describedby="instructor-means" />
            <span>Instructor</span>
          </label>
          <p className="text-sm text-soft prose" id="instructor-means">
            May make cohorts and teach them. Taking it away ends their teaching in every cohort.
          </p>
        </div>
        <div>
          <label className="agree">
            <input type="checkbox" name="admin" defaultChecked={admin} aria-describedby="admin-means" />
            <span>Admin</span>
          </label>
          <p className="text-sm text-soft prose" id="admin-means">
            May look at everything and change what is on these pages. The last admin stays one.
          </p>
        </div>
      </ActionForm>
    </section>
  );
}
