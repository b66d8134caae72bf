import type { TaughtLearner } from "@/db/queries/cohorts";
import { sayHours } from "@/lib/calendar/durations";
import { sayMoment } from "@/lib/calendar/now";
import type { WaivedShare } from "@/lib/cohorts/grid-cells";
import { percent } from "@/lib/progress/percent";

type Props = { learner: TaughtLearner; share: WaivedShare; lastActiveAt: Date | null };

export function LearnerFacts({ learner: { id, name, groupName, enrolledAt, ownHours, cohort }, share, lastActiveAt }: Props) {
  const { total, done, proven, skipped, waived } = share;
  return (
    <>
      <p>
        <b>
          {percent(done, total)}&nbsp;% done, {percent(proven, total)}&nbsp;% proven
        </b>
        <br />
        <span className="text-soft">
          {done} and {proven} of {total} items
          {skipped > 0 && `, ${skipped} skipped`}
          {waived > 0 && `, ${waived} waived`}
        </span>
      </p>
      <p className="text-soft">
        {groupName ?? "In no group"}. Learns here since {sayMoment(enrolledAt)}, {lastActiveAt ? `last active on ${sayMoment(lastActiveAt)}` : "not active yet"}.
        <br />
        {ownHours === null ? `Has set no hours of their own: the pace below is the cohort’s, ${sayHours(cohort.hoursPerWeek)} a week.` : `Has set ${sayHours(ownHours)} a week: the pace below.`}
      </p>
      {!cohort.archivedAt && (
        <p className="no-print">
          <a className="btn" href={`/teach/cohorts/${cohort.slug}/messages?to=${id}`}>
            Write to {name}
          </a>
        </p>
      )}
    </>
  );
}
