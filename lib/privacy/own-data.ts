import { columnsOf, listOwnRows, type Owner, type OwnRow } from "@/db/queries/own-data";
import { PARTS, type Part, type PartName } from "@/db/queries/own-parts";
import { today } from "@/lib/calendar/now";
import { csvAnswer, csvLine } from "@/lib/cohorts/csv";
import { fileAnswer } from "@/lib/file-answer";

export const PART_NAMES = Object.keys(PARTS) as PartName[]; // the keys of PARTS

async function* rowsOf(name: PartName, owner: Owner): AsyncGenerator<OwnRow[], void> {
  let page = await listOwnRows(name, owner, null);
  yield page.rows;
  while (page.next !== null) {
    page = await listOwnRows(name, owner, page.next);
    yield page.rows;
  }
}

/** All that is kept about a person, part by part. Of each: what it is, what is left out of it and why, and its rows. */
export function exportAsJson(owner: Owner): Response {
  return fileAnswer(`milepost-${today()}.json`, "application/json", piecesOf(owner));
}

async function* piecesOf(owner: Owner): AsyncGenerator<string, void> {
  yield `{"madeAt": ${JSON.stringify(new Date())}, "format": 1, "parts": {`;
  for (const [index, name] of PART_NAMES.entries()) {
    const { says, leftOut = {} }: Part = PARTS[name];
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(name)}: {"says": ${JSON.stringify(says)}, "leftOut": ${JSON.stringify(leftOut)}, "rows": [`;
    let between = "\n";
    for await (const rows of rowsOf(name, owner)) {
      if (rows.length === 0) continue;
      yield between + rows.map((row) => JSON.stringify(row)).join(",\n");
      between = ",\n";
    }
    yield "]}";
  }
  yield "\n}}\n";
}

/** One part of it as a table. Moments are in UTC, and lists and objects as JSON. */
export function exportAsCsv(owner: Owner, name: PartName): Response {
  const columns = Object.keys(columnsOf(PARTS[name]));
  return csvAnswer(`milepost-${name}-${today()}.csv`, columns, rowsOf(name, owner), (row) => csvLine(columns.map((column) => sayValue(row[column]))));
}

function sayValue(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}
