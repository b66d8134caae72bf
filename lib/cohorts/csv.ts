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

/**
 * A file that is made while it is fetched: the next page is read when the one before was taken, and none after the client went away.
 * UTF-8 with a BOM, for the spreadsheets that ask for one.
 */
export function csvAnswer<Row>(fileName: string, header: readonly string[], pages: AsyncGenerator<Row[], void>, lineOf: (row: Row) => string): Response {
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(encoder.encode(`\ufeff${csvLine(header)}`));
          return;
        }
        const page = await pages.next();
        if (page.done) controller.close();
        else controller.enqueue(encoder.encode(page.value.map(lineOf).join("")));
      },
      async cancel() {
        await pages.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName.replace(/[^a-z0-9.-]/g, "")}"`,
      "Cache-Control": "no-store",
    },
  });
}
