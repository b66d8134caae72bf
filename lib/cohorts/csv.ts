import { fileAnswer } from "@/lib/file-answer";

/** What a spreadsheet takes for a formula, with or without spaces before it, in half and full width. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|^ *[\t\r\n]/;

/** One field, quoted. A leading apostrophe keeps a spreadsheet from running it. */
export function csvField(value: string | number | null): string {
  const text = String(value ?? "").replaceAll("\0", "");
  return `"${FORMULA.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;
}

export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

/** A list that is read in pages, to its end: the last row of a page says where the next one begins. */
export async function* pagesOf<Row>(list: (after: Row | null) => Promise<Row[]>): AsyncGenerator<Row[], void> {
  for (let rows = await list(null); rows.length > 0; rows = await list(rows.at(-1) ?? null)) yield rows;
}

/** A CSV file, page by page. UTF-8 with a BOM, for the spreadsheets that ask for one. */
export function csvAnswer<Row>(fileName: string, header: readonly string[], pages: AsyncGenerator<Row[], void>, lineOf: (row: Row) => string): Response {
  return fileAnswer(fileName, "text/csv", piecesOf(header, pages, lineOf));
}

async function* piecesOf<Row>(header: readonly string[], pages: AsyncGenerator<Row[], void>, lineOf: (row: Row) => string): AsyncGenerator<string, void> {
  yield `\ufeff${csvLine(header)}`;
  for await (const page of pages) yield page.map(lineOf).join("");
}
