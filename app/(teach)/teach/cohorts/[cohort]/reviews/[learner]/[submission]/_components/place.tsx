export type ReviewPlace = { cohort: string; learner: string; submission: string };

/** Which submission a form is about. */
export function Place({ cohort, learner, submission }: ReviewPlace) {
  return (
    <>
      <input type="hidden" name="cohort" value={cohort} />
      <input type="hidden" name="learner" value={learner} />
      <input type="hidden" name="submission" value={submission} />
    </>
  );
}
