import { PARTS } from "@/db/queries/own-parts";
import { PART_NAMES } from "@/lib/privacy/own-data";

/** Each part as a table for a spreadsheet. */
export function PartList() {
  return (
    <details className="folded">
      <summary>Part by part, as CSV for a spreadsheet</summary>
      <ul className="list">
        {PART_NAMES.map((name) => (
          <li key={name}>
            <a href={`/settings/data/csv/${name}.csv`} download>
              {name}.csv
            </a>
            <span className="block text-sm text-soft">{PARTS[name].says}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
