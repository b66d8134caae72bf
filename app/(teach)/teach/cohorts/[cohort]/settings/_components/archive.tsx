import { ActionForm } from "@/components/ui/action-form";
import { sayMoment } from "@/lib/calendar/now";
import { archiveCohort, unarchiveCohort } from "../actions";

export function Archive({ slug, archivedAt }: { slug: string; archivedAt: Date | null }) {
  if (archivedAt)
    return (
      <section className="flow" aria-labelledby="archive">
        <h2 id="archive">Archived on {sayMoment(archivedAt)}</h2>
        <p className="prose">It can be read and not changed, its invitations are closed, and Today leaves it out. Learners have all their progress.</p>
        <ActionForm action={unarchiveCohort} button="Bring it back">
          <input type="hidden" name="cohort" value={slug} />
        </ActionForm>
      </section>
    );
  return (
    <section className="flow" aria-labelledby="archive">
      <h2 id="archive">Archive</h2>
      <details className="fold-open">
        <summary>Archive this cohort</summary>
        <ActionForm action={archiveCohort} button="Archive it">
          <input type="hidden" name="cohort" value={slug} />
          <p className="prose">It can then be read and not changed, its invitations close, and Today leaves it out. Learners keep all their progress. It can be brought back.</p>
        </ActionForm>
      </details>
    </section>
  );
}
