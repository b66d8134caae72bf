/** Nothing is here yet. */
export function FirstApplication() {
  return (
    <>
      <p className="lead">Nothing is here yet. Save a listing that you want to apply for, or write down a job that you found elsewhere.</p>
      <p className="row">
        <a className="btn go" href="/jobs">
          Find a listing
        </a>
        <a className="btn" href="/applications/new">
          Write one down
        </a>
      </p>
    </>
  );
}
