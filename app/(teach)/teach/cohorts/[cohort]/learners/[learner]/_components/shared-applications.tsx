import type { StageCounts } from "@/db/queries/applications";
import { STAGE_WORDS } from "@/lib/applications/words";
import { STAGES } from "@/lib/jobs/words";

/** Only what the learner lets instructors see; null when that is nothing. */
export function SharedApplications({ name, counts }: { name: string; counts: StageCounts | null }) {
  if (!counts) return null;
  return (
    <p>
      <b>Applications at each stage:</b> {STAGES.map((stage) => `${STAGE_WORDS[stage].toLowerCase()} ${counts[stage]}`).join(", ")}.
      <span className="block text-sm text-soft">{name} shares these counts. Nothing else of the applications can be seen here.</span>
    </p>
  );
}
