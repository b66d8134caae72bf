import { closeListings } from "@/app/(admin)/admin/jobs/actions";
import { ActionForm } from "@/components/ui/action-form";

/** For a source that is read no more, or was added by mistake. */
export function CloseListings({ sourceId }: { sourceId: string }) {
  return (
    <section className="flow" aria-labelledby="close">
      <h2 id="close">Close</h2>
      <details className="folded">
        <summary>Close all listings of this source</summary>
        <ActionForm action={closeListings} button="Close its listings">
          <input type="hidden" name="source" value={sourceId} />
          <p className="prose">They are found no more, and the source is paused. What another source has open too stays. Whatever a later reading of this source finds is open again.</p>
        </ActionForm>
      </details>
    </section>
  );
}
