import { disablePerson, enablePerson } from "@/app/(admin)/admin/people/actions";
import { ActionForm } from "@/components/ui/action-form";
import type { Person } from "@/db/queries/people";

export function StateForm({ person: { id, disabledAt }, own }: { person: Person; own: boolean }) {
  return (
    <section className="flow" aria-labelledby="state">
      <h2 id="state">Whether they are let in</h2>
      {own ? (
        <p className="prose">This is your own account. Another admin can disable it.</p>
      ) : (
        <>
          <p className="prose">
            {disabledAt
              ? "Nobody gets into this account in any way. What is in it is kept."
              : "Disabling signs the person out everywhere and does not let them in again in any way. What is in the account is kept, and what they wrote stays."}
          </p>
          <ActionForm action={disabledAt ? enablePerson : disablePerson} button={disabledAt ? "Let them in again" : "Disable the account"}>
            <input type="hidden" name="person" value={id} />
          </ActionForm>
        </>
      )}
    </section>
  );
}
