import { Facts } from "@/components/reading/facts";
import { sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";

type Props = { cohort: { startsOn: string; endsOn: string; hoursPerWeek: number }; instructors: string[] };

/** What learners are told of a cohort, before they join and after. */
export function CohortFacts({ cohort, instructors }: Props) {
  const day = today();
  const facts = {
    Dates: `${sayDate(cohort.startsOn, { today: day })} to ${sayDate(cohort.endsOn, { today: day })}`,
    "Hours per week": String(cohort.hoursPerWeek),
    [instructors.length === 1 ? "Instructor" : "Instructors"]: instructors.join(", ") || "Nobody teaches it at the moment",
  };
  return <Facts facts={facts} />;
}
