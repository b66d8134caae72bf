import { CsvError, parse } from "csv-parse/sync";
import { collect, shorten, type NoRow, type Row } from "./collect";
import { UnreadableSource, type JobFormat } from "./format";
import { lineOf } from "./lines";
import { readOwnRow } from "./own-row";

type Column =
  | "id" | "title" | "company" | "places" | "country" | "remote" | "remote_for" | "employment" | "level" | "pay_from" | "pay_to"
  | "currency" | "period" | "posted" | "valid_until" | "description" | "url" | "apply_url" | "language";

const LIMITS = { rows: 20_000, columns: 60, row: 1_000_000 };

type Line = { line: number; fields: string[] };

/**
 * Our own upload as a table, in UTF-8. The first line names the columns, in any order and case; others than these are passed over:
 *
 * - `title`; and one of `id`, `url` and `apply_url`, by which a listing is known again
 * - `company`, where it is not that of the source
 * - `places` and `country` (two letters), several parted by ";"
 * - `remote` (yes, no), `remote_for`, `employment` (full-time, part-time, contract, temporary, internship), `level` (entry, mid, senior)
 * - `pay_from`, `pay_to` (whole amounts), `currency` (three letters), `period` (hour, day, week, month, year)
 * - `posted`, `valid_until` (2026-11-23), `language` (en)
 * - `description`: text, Markdown or HTML
 */
export const csv: JobFormat = {
  label: "CSV file",
  example: null,

  read(body, context) {
    const [header, ...lines] = parseLines(body);
    if (!header) throw new UnreadableSource("The file is empty. Its first line has the names of the columns, such as title, company and url.");
    const columns = findColumns(header.fields);
    const width = header.fields.length;
    const rows = lines.map(({ line, fields }) => ({
      where: `line ${line}`,
      row: fields.length > width ? { trouble: `There are ${fields.length} fields under ${width} columns. A comma inside a field needs quotes around it.` } : rowOf(fields, columns),
    }));
    return collect(rows, context);
  },
};

function parseLines(body: string): Line[] {
  // One form of line end: the parser counts CRLF inside quotes as two lines.
  const text = body.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new UnreadableSource(`There is a NUL character on line ${countLineEnds(text.slice(0, nul)) + 1}, as a spreadsheet or a text in UTF-16 has. Save the file as “CSV UTF-8” and choose it again.`);
  // The limit on the length of a row does not count them.
  if (text.includes(",".repeat(1_000))) throw new UnreadableSource("A row has a thousand commas after one another, so it is no table of listings.");
  const found: Line[] = [];
  let read = 0;
  try {
    // Rows stay lists, so a column named __proto__ is a word like any other.
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LIMITS.row,
      on_record: (record, { lines }) => {
        read = lines;
        if (found.length > LIMITS.rows) throw new UnreadableSource("The file has more than 20,000 rows. Cut it into parts.");
        found.push({ line: lines - record.reduce((count, field) => count + countLineEnds(field), 0), fields: record });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_MAX_RECORD_SIZE") throw new UnreadableSource(`The row after line ${read} is longer than 1,000,000 characters. A quote (") may be missing.`);
    if (error.code === "CSV_QUOTE_NOT_CLOSED") throw new UnreadableSource(`A quote (") is opened after line ${read} and never closed, so the rows from there on cannot be told apart.`);
    throw new UnreadableSource(`There is a quote (") in the middle of a field after line ${read}. Put the whole field in quotes, and write a quote inside it twice.`);
  }
  return found.filter(({ fields }) => fields.some((field) => field.trim()));
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Where each column stands; -1 for one that is not there. */
function findColumns(header: string[]): (column: Column) => number {
  if (header.length > LIMITS.columns) throw new UnreadableSource(`The file has ${header.length} columns. At most ${LIMITS.columns} are read.`);
  const names = header.map((name) => (lineOf(name) ?? "").toLowerCase().replace(/[\s-]+/g, "_"));
  const twice = names.find((name, index) => name && names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableSource(`Two columns on line 1 are named “${shorten(twice)}”. Take one away.`);
  const place = (column: Column) => names.indexOf(column);
  const missing = place("title") < 0 ? "title" : [place("id"), place("url"), place("apply_url")].every((index) => index < 0) ? "id and no column url" : null;
  if (missing) throw new UnreadableSource(`The file has no column ${missing}. Its first line reads: ${shorten(names.join(", "))}.`);
  return place;
}

function rowOf(fields: string[], placeOf: (column: Column) => number): Row | NoRow {
  const field = (column: Column) => lineOf(fields[placeOf(column)]);
  return readOwnRow({
    id: field("id"),
    title: field("title"),
    company: field("company"),
    places: field("places")?.split(";") ?? [],
    country: (field("country")?.split(";") ?? []).map((country) => country.trim()).filter(Boolean),
    remote: field("remote"),
    remoteFor: field("remote_for"),
    employment: field("employment"),
    level: field("level"),
    payFrom: field("pay_from"),
    payTo: field("pay_to"),
    currency: field("currency"),
    period: field("period"),
    posted: field("posted"),
    validUntil: field("valid_until"),
    description: fields[placeOf("description")] ?? "",
    url: field("url"),
    applyUrl: field("apply_url"),
    language: field("language"),
  });
}
