import { CsvError, parse } from "csv-parse/sync";
import { normaliseEmail, signUpInput } from "@/lib/auth/input";
import { isPlainLine } from "@/lib/typed-text";

export const ROSTER_LIMITS = { bytes: 2 * 1024 * 1024, rows: 5_000, columns: 20, field: 1_000 } as const;

export type RosterRow = { line: number; name: string; email: string; group: string | null };
export type BadRow = { line: number; reason: string };
/** `refused`: a sentence about the whole file, of which nothing was read. */
export type Roster = { refused: string } | { refused: null; rows: RosterRow[]; bad: BadRow[] };

const COLUMNS = ["name", "email", "group"] as const;
type Column = (typeof COLUMNS)[number];

const SPELLINGS: Record<Column, readonly string[]> = {
  name: ["name", "full name"],
  email: ["email", "e-mail", "email address", "e-mail address"],
  group: ["group", "batch"],
};

type Line = { line: number; fields: string[] };

/** Reads a roster as the office has it. What cannot be read without guessing is refused with a sentence. */
export function readRoster(bytes: Uint8Array): Roster {
  const text = decode(bytes);
  if (typeof text !== "string") return text;
  const lines = parseLines(text);
  if (!Array.isArray(lines)) return lines;

  const [header, ...body] = lines;
  if (!header) return { refused: "The file is empty. It needs a first line with the names of the columns: name, e-mail and, if you like, group." };
  if (body.length > ROSTER_LIMITS.rows) return { refused: `The file has ${body.length.toLocaleString("en-IN")} rows. At most 5,000 are read at once; cut it into parts.` };
  const columns = findColumns(header.fields);
  if ("refused" in columns) return columns;
  if (body.length === 0) return { refused: "The file has the names of the columns and no row below them." };
  return { refused: null, ...sortRows(body, header.fields.length, columns) };
}

function decode(bytes: Uint8Array): string | { refused: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { refused: "The file is written as UTF-16. Save it as “CSV UTF-8” and choose it again." };
  }
  if (bytes.includes(0)) return { refused: "The file has a NUL character, as a spreadsheet or a text in UTF-16 has. Save it as “CSV UTF-8” and choose it again." };
  try {
    // One form of line end: the parser counts CRLF inside quotes as two lines.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { refused: "The file is not UTF-8, so names would come out wrong. Save it as “CSV UTF-8” and choose it again." };
  }
}

function parseLines(text: string): Line[] | { refused: string } {
  const found: Line[] = [];
  let read = 0;
  try {
    // Rows stay lists, so a column named __proto__ is a word like any other.
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record, { lines }) => {
        read = lines;
        found.push({ line: lines - countLineEnds(record), fields: record.map(plain) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") return { refused: `A quote (") is opened after line ${read} and never closed, so the rows from there on cannot be told apart.` };
    return { refused: `There is a quote (") in the middle of a field after line ${read}. Put the whole field in quotes, and write a quote inside it twice.` };
  }
  return found.filter(({ fields }) => fields.some(Boolean));
}

function countLineEnds(fields: string[]): number {
  return fields.reduce((count, field) => count + field.split("\n").length - 1, 0);
}

/** As people read it: a name that was broken over two lines is one name. */
function plain(field: string): string {
  return field.replace(/\s+/g, " ").trim().normalize("NFC");
}

function findColumns(header: string[]): Record<Column, number> | { refused: string } {
  if (header.length > ROSTER_LIMITS.columns) return { refused: `The file has ${header.length} columns. At most 20 are read.` };
  const names = header.map((name) => name.toLowerCase().replace(/_/g, " "));
  const twice = names.find((name, index) => name && names.indexOf(name) !== index);
  if (twice !== undefined) return { refused: `Two columns are named “${shorten(twice)}”. Take one away.` };

  const found = { name: -1, email: -1, group: -1 };
  for (const column of COLUMNS) {
    const places = names.flatMap((name, index) => (SPELLINGS[column].includes(name) ? [index] : []));
    const [place, second] = places;
    if (place !== undefined && second !== undefined) return { refused: `The columns “${names[place] ?? ""}” and “${names[second] ?? ""}” mean the same. Take one away.` };
    found[column] = place ?? -1;
  }
  const missing = [found.name < 0 && "name", found.email < 0 && "e-mail"].filter(Boolean).join(" and no column ");
  if (missing) return { refused: `The file has no column ${missing}. Its first line reads: ${shorten(header.join(", "))}.` };
  return found;
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)} …` : text;
}

function sortRows(body: Line[], width: number, columns: Record<Column, number>): { rows: RosterRow[]; bad: BadRow[] } {
  const rows: RosterRow[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of body) {
    const email = normaliseEmail(fields[columns.email] ?? "");
    const row = { line, name: fields[columns.name] ?? "", email, group: fields[columns.group] || null };
    const reason = findTrouble(fields, width, row) ?? (seen.has(email) ? `The address ${email} is on line ${seen.get(email) ?? 0} already.` : null);
    if (reason === null) rows.push(row);
    else bad.push({ line, reason });
    if (email && !seen.has(email)) seen.set(email, line);
  }
  return { rows, bad };
}

function findTrouble(fields: string[], width: number, row: RosterRow): string | null {
  if (fields.length > width) return `There are ${fields.length} fields under ${width} columns. A comma inside a field needs quotes around it.`;
  if (fields.some((field) => Buffer.byteLength(field) > ROSTER_LIMITS.field)) return "A field is longer than 1 kB.";
  if (!row.name) return "The name is empty.";
  if (row.name.length > 200) return "The name is longer than 200 characters.";
  if (!row.email) return "The e-mail address is empty.";
  if (!signUpInput.shape.email.safeParse(row.email).success) return `“${shorten(row.email)}” is no e-mail address.`;
  if (row.group && row.group.length > 60) return "The group is longer than 60 characters.";
  if (!isPlainLine(row.name + (row.group ?? ""))) return "The name or the group has a control character that cannot be seen.";
  return null;
}
