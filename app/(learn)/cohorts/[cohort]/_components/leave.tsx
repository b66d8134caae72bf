import "@/components/cohorts/enrollment.css";
import { ActionForm } from "@/components/ui/action-form";
import { leave } from "../actions";

export function Leave({ slug, name }: { slug: string; name: string }) {
  return (
    <section className="flow" aria-labelledby="leave">
      <h2 id="leave">Leave</h2>
      <details className="fold-open">
        <summary>Leave this cohort</summary>
        <ActionForm action={leave} button={`Leave ${name}`}>
          <input type="hidden" name="cohort" value={slug} />
          <p className="prose">
            Your progress, evidence and reviews stay with you. The instructors see nothing of you from the next moment on. To come back you need an invitation, and everything is simply there again.
          </p>
        </ActionForm>
      </details>
    </section>
  );
}
