import type { TaughtLearner } from "@/db/queries/cohorts";
import { sayHours } from "@/lib/calendar/durations";
import { sayMoment } from "@/lib/calendar/now";
import type { WaivedShare } from "@/lib/cohorts/grid-cells";
import { percent } from "@/lib/progress/percent";

type Props = { self: TaughtLearner; share: WaivedShare; lastActiveAt: Date | null };

export function SeenFacts({ self: { name, groupName, enrolledAt, ownHours, under18, cohort }, share, lastActiveAt }: Props) {
  const { total, done, proven, skipped, waived } = share;
  return (
    <ul className="bullets">
      <li>your name: {name}</li>
      <li>
        your progress: {percent(done, total)}&nbsp;% done, {percent(proven, total)}&nbsp;% proven; {done} and {proven} of {total} items
        {skipped > 0 && `, ${skipped} skipped`}
        {waived > 0 && `, ${waived} waived`}
      </li>
      <li>your group: {groupName ?? "none"}</li>
      <li>in the cohort since {sayMoment(enrolledAt)}</li>
      <li>{lastActiveAt ? `last active on ${sayMoment(lastActiveAt)}` : "not active yet"}</li>
      <li>{ownHours === null ? "that you have set no hours per week of your own" : `your hours per week: ${sayHours(ownHours)}`}</li>
      <li>
        {under18 && !cohort.consentRecorded
          ? "not that you are under 18, only how many are: you are left out of their list of who is stuck until the consent of your parents is on record"
          : "you on their list of who is stuck, on the days on which a rule of the cohort applies"}
      </li>
    </ul>
  );
}
