const MARKS = [
  ["todo", "to do"],
  ["doing", "doing"],
  ["done", "done: a claim"],
  ["proven", "proven"],
  ["skipped", "skipped"],
] as const;

export function MarkKey() {
  return (
    <ul className="key" aria-label="What the marks mean">
      {MARKS.map(([mark, meaning]) => (
        <li key={mark}>
          <span className={`tick ${mark}`} aria-hidden="true" />
          {meaning}
        </li>
      ))}
    </ul>
  );
}
