"use client";

import { useProgress } from "@/components/progress/use-progress";
import { shareOf, type Share } from "@/lib/progress/percent";
import { Stone } from "./stone";
import { AHEAD, Bend, Lane, Strip, surfaceOf, type Surface } from "./surface";

/** A step's stone, with a painted cap once something is done, and its piece of the long road. On a phone it runs beside the items, on a wide screen across and down the side. */
export function StepRoad({ number, itemIds, before }: { number: number; itemIds: string[]; before: string[] }) {
  const surface = useProgress(({ view }) => surfaceOf(shareOf(itemIds, view.items))) ?? AHEAD;
  const link = useProgress(({ view }) => whole(shareOf(before, view.items))) ?? AHEAD;
  const out = whole(surface);
  const full = out.done === 100 ? "road full" : "road";

  return (
    <>
      <div className={full} aria-hidden="true">
        <Bend className="bow" viewBox="0 0 60 112" path="M14 0C14 28 50 24 50 56S14 84 14 112" surface={surface} />
        {before.length > 0 && <Bend className="in" viewBox="0 0 60 106" path="M10 0V56A40 40 0 0 0 50 96H60" surface={link} />}
        <Strip surface={surface} />
        <Bend className="out" viewBox="0 0 60 60" path="M0 10H10A40 40 0 0 1 50 50V60" surface={out} />
        <Lane surface={surface} />
      </div>
      <Stone number={number} bare={surface.done + surface.proven === 0} />
    </>
  );
}

/** The link to the next step is dots until this one is done or proven in full. */
function whole(share: Share | Surface): Surface {
  const total = "total" in share ? share.total : 100;
  return { done: share.done === total ? 100 : 0, proven: share.proven === total ? 100 : 0 };
}
