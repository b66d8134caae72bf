import { ActionForm } from "@/components/ui/action-form";
import { dropHeld, releaseHeld } from "@/app/(admin)/admin/jobs/actions";

/** A reading that is kept back: a person decides. */
export function Held({ sourceId, trouble }: { sourceId: string; trouble: string | null }) {
  return (
    <section className="note flow" aria-labelledby="held">
      <h2 id="held">A reading is held</h2>
      <p>{trouble}</p>
      <div className="row">
        <ActionForm action={releaseHeld} button="Let it through" className="row">
          <input type="hidden" name="source" value={sourceId} />
        </ActionForm>
        <ActionForm action={dropHeld} button="Drop it, and go on reading" className="row">
          <input type="hidden" name="source" value={sourceId} />
        </ActionForm>
      </div>
    </section>
  );
}
