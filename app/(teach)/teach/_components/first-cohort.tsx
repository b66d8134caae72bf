export function FirstCohort() {
  return (
    <div className="flow">
      <p className="lead">A cohort is a group with dates and instructors. Make one, then invite the learners by a link, by e-mail or from a file.</p>
      <p>
        <a className="btn go" href="/teach/cohorts/new">
          Make a cohort
        </a>
      </p>
    </div>
  );
}
