"use client";

import { Icon } from "@/components/ui/icon";
import { useLater } from "@/components/ui/use-later";
import { offlineWords } from "./offline-words";
import { useProgress } from "./use-progress";

/** What the person should know of this device. The rare notes come when there is something to say. */
export function DeviceNotes() {
  const status = useProgress(({ view, online, opened, storage, erased }) => ({
    offline: opened && !online ? offlineWords(view) : null,
    more: erased || storage !== "kept" || view.refused + view.ofOthers + view.unclaimed > 0,
  }));
  const rareNotes = useLater(() => import("./rare-notes").then((module) => module.RareNotes), status?.more ?? false);
  return (
    <div className="notes flow" aria-live="polite">
      {status?.offline && (
        <p className="note kept">
          <Icon name="offline" /> <b>No connection.</b> {status.offline}
        </p>
      )}
      {status?.more && typeof rareNotes !== "string" && rareNotes}
    </div>
  );
}
