import type { Day } from "@/lib/calendar/days";
import { roadmap } from "@/lib/roadmap/catalog";
import { dueField } from "./input";

/** The steps of the road as the form of a cohort has them: each with the day it is due on, or none. */
export function stepsWithDue(due: ReadonlyMap<string, Day>) {
  return roadmap.steps.map(({ slug, number, title, hours }) => ({ slug, field: dueField(slug), number, title, hours, dueOn: due.get(slug) ?? "" }));
}
