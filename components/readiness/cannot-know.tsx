/** The limits of the number, said beside it. */
export function CannotKnow({ of }: { of: "role" | "listing" }) {
  return (
    <section className="flow" aria-labelledby="unknown">
      <h2 id="unknown">What this cannot know</h2>
      <ul className="bullets">
        <li>Work that is not recorded here: a job, a course, a project of your own.</li>
        <li>Ticks that this device has not sent yet.</li>
        {of === "listing" ? (
          <li>What the listing asks besides the skills we found in its words: years, degrees, languages, a place. Whether an employer would agree.</li>
        ) : (
          <li>What one employer understands by the role. A listing shows what it asks itself.</li>
        )}
        <li>Whether you get the job. It says how much of what is asked you can show.</li>
      </ul>
    </section>
  );
}
