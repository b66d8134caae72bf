"use client";

import { useProgress } from "@/components/progress/use-progress";
import { shareOf } from "@/lib/progress/percent";

/** "10 done, 8 proven of 11 items", or the count alone as long as nothing is done. */
export function StepShare({ itemIds }: { itemIds: string[] }) {
  const share = useProgress(({ view }) => shareOf(itemIds, view.items));
  if (!share || (share.done === 0 && share.proven === 0)) return <>{itemIds.length} items</>;
  return (
    <>
      <b>
        {share.done} done, {share.proven} proven
      </b>{" "}
      of {share.total} items
    </>
  );
}
