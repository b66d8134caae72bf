import { ActionForm } from "@/components/ui/action-form";
import { setAge } from "../actions";

/** Asked so that either answer is as good as the other. Nobody has to give one. */
export function Age({ under18 }: { under18: boolean }) {
  return (
    <section className="flow" aria-labelledby="age">
      <h2 id="age">Your age</h2>
      <p className="prose" id="age-why">
        Nobody has to say it, and it can be changed at any time. Who is under 18 gets no mail about jobs, and is left out of instructors’ lists of who is stuck until the consent of their parents is on
        record. All else is the same.
      </p>
      <ActionForm action={setAge} button="Save the age">
        <fieldset className="to" aria-describedby="age-why">
          <legend>I am</legend>
          <label>
            <input type="radio" name="age" value="under-18" defaultChecked={under18} />
            under 18
          </label>
          <label>
            <input type="radio" name="age" value="18" defaultChecked={!under18} />
            18 or older, or I would rather not say
          </label>
        </fieldset>
      </ActionForm>
    </section>
  );
}
