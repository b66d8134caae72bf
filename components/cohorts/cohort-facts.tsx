import "./enrollment.css";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";

type Props = { cohort: { startsOn: string; endsOn: string; hoursPerWeek: number }; instructors: string[] };

/** What learners are told of a cohort, before they join and after. */
export function CohortFacts({ cohort, instructors }: Props) {
  const day = today();
  return (
    <dl className="facts">
      <div>
        <dt>Dates</dt>
        <dd>
          {sayDate(cohort.startsOn, { today: day })} to {sayDate(cohort.endsOn, { today: day })}
        </dd>
      </div>
      <div>
        <dt>Hours per week</dt>
        <dd>{cohort.hoursPerWeek}</dd>
      </div>
      <div>
        <dt>{instructors.length === 1 ? "Instructor" : "Instructors"}</dt>
        <dd>{instructors.join(", ") || "Nobody teaches it at the moment"}</dd>
      </div>
    </dl>
  );
}
