import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { ListedPasskey } from "@/db/queries/passkeys";
import { sayMoment } from "@/lib/calendar/now";
import { dropPasskey } from "../actions";

export function PasskeyList({ passkeys }: { passkeys: readonly ListedPasskey[] }) {
  return (
    <FoldTable
      caption={passkeys.length === 1 ? "You have one passkey" : `You have ${passkeys.length} passkeys`}
      needs="some"
      columns={[{ name: "Name" }, { name: "Added" }, { name: "Last used" }, { name: "Take it off" }]}
      rows={passkeys.map(({ id, name, createdAt, usedAt }) => ({
        key: id,
        cells: [
          name,
          sayMoment(createdAt),
          usedAt ? sayMoment(usedAt) : "not yet",
          <ActionForm key="off" action={dropPasskey} button="Take it off" label={`Take it off: ${name}`} className="row">
            <input type="hidden" name="passkey" value={id} />
          </ActionForm>,
        ],
      }))}
    />
  );
}
