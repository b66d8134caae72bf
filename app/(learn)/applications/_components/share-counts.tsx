import { ActionForm } from "@/components/ui/action-form";
import { shareCounts } from "../actions";

/** Off until the learner says otherwise. */
export function ShareCounts({ shared }: { shared: boolean }) {
  return (
    <section className="flow no-print" aria-labelledby="share">
      <h2 id="share">What your instructors see</h2>
      <p className="prose">
        {shared
          ? "Your instructors see five numbers: how many applications you have at each stage. They see nothing else: no titles, companies, notes, contacts or dates."
          : "Your instructors see nothing of your applications. If you let them, they see five numbers: how many you have at each stage. They see nothing else: no titles, companies, notes, contacts or dates."}
      </p>
      <ActionForm action={shareCounts} button="Save">
        <input type="hidden" name="asked" value="counts" />
        <label className="ticked">
          <input type="checkbox" name="shared" defaultChecked={shared} />
          Let my instructors see how many applications I have at each stage
        </label>
      </ActionForm>
    </section>
  );
}
