import type { Standings } from "./standings";

/** What the highlights in the text below mean. */
export function HighlightKey({ standings }: { standings: Standings }) {
  return (
    <ul className="key" aria-label="What the highlights mean">
      {standings === null ? (
        <li>
          <mark>words we matched</mark>
        </li>
      ) : (
        <>
          <li>
            <mark className="proof">proven</mark>
          </li>
          <li>
            <mark className="claim">only claimed</mark>
          </li>
          <li>
            <mark>nothing yet</mark>
          </li>
        </>
      )}
    </ul>
  );
}
