const MARKS = [
  ["todo", "to do"],
  ["doing", "doing"],
  ["done", "done: a claim"],
  ["proven l2", "proven, with its level 2 to 5"],
  ["skipped", "skipped"],
  ["todo waived", "underlined: waived by an instructor"],
  ["fold d8 p5", "another step: outline done, solid proven"],
] as const;

export function GridKey() {
  return (
    <ul className="key grid-key" aria-label="What the marks mean">
      {MARKS.map(([mark, meaning]) => (
        <li key={mark}>
          <span className={mark} aria-hidden="true" />
          {meaning}
        </li>
      ))}
    </ul>
  );
}
