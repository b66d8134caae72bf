import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { ListedSession } from "@/db/queries/sessions";
import { sayMoment } from "@/lib/calendar/now";
import { signOutDevice } from "../actions";

export function SessionList({ sessions, ownIdHash }: { sessions: readonly ListedSession[]; ownIdHash: string }) {
  return (
    <FoldTable
      caption={sessions.length === 1 ? "You are signed in on one device" : `You are signed in ${sessions.length} times`}
      needs="some"
      columns={[{ name: "Device" }, { name: "First seen" }, { name: "Last seen" }, { name: "End it" }]}
      rows={sessions.map(({ idHash, device, createdAt, lastSeenAt }) => ({
        key: idHash,
        cells: [
          device ?? "A device that does not say what it is",
          sayMoment(createdAt),
          sayMoment(lastSeenAt),
          idHash === ownIdHash ? (
            "This is where you are now"
          ) : (
            <ActionForm key="end" action={signOutDevice} button="Sign it out" label={`Sign it out: ${device ?? "a device that does not say what it is"}, first seen ${sayMoment(createdAt)}`} className="row">
              <input type="hidden" name="session" value={idHash} />
            </ActionForm>
          ),
        ],
      }))}
    />
  );
}
