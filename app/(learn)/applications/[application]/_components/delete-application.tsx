import { ActionForm } from "@/components/ui/action-form";
import { deleteApplication } from "@/app/(learn)/applications/actions";

export function DeleteApplication({ id }: { id: string }) {
  return (
    <section className="flow no-print" aria-labelledby="delete">
      <h2 id="delete">Delete</h2>
      <details className="folded">
        <summary>Delete this application</summary>
        <ActionForm action={deleteApplication} button="Delete it for good">
          <input type="hidden" name="id" value={id} />
          <p className="prose">Its notes, its dates and the history of its stages go with it, and cannot be brought back. To keep them, move it to closed instead.</p>
        </ActionForm>
      </details>
    </section>
  );
}
