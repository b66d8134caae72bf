"use client";

import { useProgress } from "@/components/progress/use-progress";
import { percent, shareOf } from "@/lib/progress/percent";
import { Strip, surfaceOf } from "./surface";

/** The share of all items, as two numbers with what they count and as a piece of road. */
export function RoadShare({ itemIds }: { itemIds: string[] }) {
  const share = useProgress(({ view }) => shareOf(itemIds, view.items)) ?? { total: itemIds.length, done: 0, proven: 0, skipped: 0 };
  return (
    <>
      <p>
        <b>
          {percent(share.done, share.total)}&nbsp;% done, {percent(share.proven, share.total)}&nbsp;% proven
        </b>
        <br />
        <span className="text-soft">
          {share.done} and {share.proven} of {share.total} items{share.skipped > 0 && `, ${share.skipped} skipped`}
        </span>
      </p>
      <Strip surface={surfaceOf(share)} />
    </>
  );
}
