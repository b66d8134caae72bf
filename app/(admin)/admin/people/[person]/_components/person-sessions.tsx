import { signPersonOut } from "@/app/(admin)/admin/people/actions";
import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { ListedSession } from "@/db/queries/sessions";
import { sayMoment } from "@/lib/calendar/now";

export function PersonSessions({ personId, sessions }: { personId: string; sessions: readonly ListedSession[] }) {
  return (
    <section className="flow" aria-labelledby="sessions">
      <h2 id="sessions">Where they are signed in</h2>
      {sessions.length === 0 ? (
        <p>Nowhere now.</p>
      ) : (
        <>
          <FoldTable
            caption={sessions.length === 1 ? "On one device" : `${sessions.length} times`}
            needs="some"
            columns={[{ name: "Device" }, { name: "First seen" }, { name: "Last seen" }]}
            rows={sessions.map(({ idHash, device, createdAt, lastSeenAt }) => ({
              key: idHash,
              cells: [device ?? "A device that does not say what it is", sayMoment(createdAt), sayMoment(lastSeenAt)],
            }))}
          />
          <ActionForm action={signPersonOut} button="Sign them out everywhere">
            <input type="hidden" name="person" value={personId} />
          </ActionForm>
        </>
      )}
    </section>
  );
}
