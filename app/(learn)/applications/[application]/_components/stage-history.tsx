import type { StageChange } from "@/db/queries/applications";
import { STAGE_WORDS } from "@/lib/applications/words";
import { sayMoment } from "@/lib/calendar/now";

/** Every stage it came to, the last one first. */
export function StageHistory({ stages }: { stages: readonly StageChange[] }) {
  return (
    <>
      <h3 id="history">History of stages</h3>
      <ol className="list" reversed aria-labelledby="history">
        {stages.toReversed().map(({ stage, at }) => (
          <li key={at.toISOString()}>
            {STAGE_WORDS[stage]}, {sayMoment(at)}
          </li>
        ))}
      </ol>
    </>
  );
}
