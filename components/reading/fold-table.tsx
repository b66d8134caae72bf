import type { ReactNode } from "react";

type Column = { name: string; num?: true };

type FoldTableProps = {
  caption: string;
  columns: readonly Column[];
  /** The first cell of a row is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** How much room the columns need before they stand side by side. */
  needs: "little" | "some" | "much";
};

/** A table whose rows become blocks where there is too little room. The roles keep it a table whatever `display` says. */
export function FoldTable({ caption, columns, rows, needs }: FoldTableProps) {
  return (
    <div className="fold-room">
      <table role="table" className={`table fold fold-${needs}`}>
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, num }) => (
              <th key={name} role="columnheader" scope="col" className={num && "num"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells: [heading, ...cells] }) => (
            <tr key={key} role="row">
              <th role="rowheader" scope="row">
                {heading}
              </th>
              {columns.slice(1).map(({ name, num }, index) => (
                <td key={name} role="cell" className={num && "num"} data-h={name}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
