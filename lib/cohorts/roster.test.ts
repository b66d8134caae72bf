import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoster } from "./roster";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readRoster(bytes(text));
const refusalOf = (text: string | Uint8Array) => (typeof text === "string" ? read(text) : readRoster(text)).refused;

/** The rows of a file that was read. */
function rowsOf(text: string) {
  const roster = read(text);
  if (roster.refused !== null) throw new Error(roster.refused);
  return roster;
}

describe("a roster is read", () => {
  test("with its columns in any order, case and common spelling", () => {
    const row = { line: 2, name: "Aisha Khan", email: "aisha@example.org", group: "B1" };
    for (const header of ["Full name,E-MAIL,Batch", " name , email ,group", "FULL_NAME,E-mail address,Group"]) {
      expect(rowsOf(`${header}\nAisha Khan,Aisha@Example.org,B1\n`)).toEqual({ refused: null, rows: [row], bad: [] });
    }
    expect(rowsOf("group,remarks,email,name\nB1,x,aisha@example.org,Aisha Khan").rows).toEqual([row]);
  });

  test("with and without BOM, CRLF, CR, empty lines and rows of commas alone", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const { rows, bad } = rowsOf(["\ufeffname,email,group,", "A,a@example.org,,", "", ",,,", "B,b@example.org,,"].join(end));
      expect(rows.map(({ line, name, group }) => [line, name, group])).toEqual([[2, "A", null], [5, "B", null]]);
      expect(bad).toEqual([]);
    }
  });

  test("with line numbers that stay right after quoted line ends", () => {
    const { rows, bad } = rowsOf('name,email\r\n"Aisha\r\nKhan",a@example.org\r\n"B, the\r\n\r\nsecond",no address\r\nC,c@example.org');
    expect(rows.map(({ line, name }) => [line, name])).toEqual([[2, "Aisha Khan"], [7, "C"]]);
    expect(bad.map(({ line }) => line)).toEqual([4]);
  });

  test("in any script", () => {
    const names = ["स्नेहल पाटील", "ಸುಮಾ", "Zoë Müller", "李小龍", "محمد", "👩🏽‍💻 Rao"];
    const { rows } = rowsOf(`name,email\n${names.map((name, index) => `${name},p${index}@example.org`).join("\n")}`);
    expect(rows.map(({ name }) => name)).toEqual(names.map((name) => name.normalize("NFC")));
  });

  test("and a column named __proto__ is a column", () => {
    expect(rowsOf('__proto__,name,email,constructor\n"{""a"":1}",A,a@example.org,x').rows).toHaveLength(1);
    expect(Object.prototype).not.toHaveProperty("a");
  });
});

describe("a bad row is named by its line and its reason", () => {
  test("each in its own words", () => {
    const { rows, bad } = rowsOf(
      [
        "name,email,group",
        "A,a@example.org,B1",
        "B,b.example.org,",
        ",c@example.org,",
        "D,,",
        "E, A@Example.ORG,",
        "F,f@example.org,B1,B2",
        `${"G".repeat(201)},g@example.org,`,
        `H,h@example.org,${"x".repeat(1001)}`,
        `I,i@example.org,${"x".repeat(61)}`,
        "J\u202e,j@example.org,",
        "K",
        "L,a＠example.org,",
        '"M","""m@evil.example""@example.org",',
      ].join("\n"),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(bad).toEqual([
      { line: 3, reason: "“b.example.org” is no e-mail address." },
      { line: 4, reason: "The name is empty." },
      { line: 5, reason: "The e-mail address is empty." },
      { line: 6, reason: "The address a@example.org is on line 2 already." },
      { line: 7, reason: "There are 4 fields under 3 columns. A comma inside a field needs quotes around it." },
      { line: 8, reason: "The name is longer than 200 characters." },
      { line: 9, reason: "A field is longer than 1 kB." },
      { line: 10, reason: "The group is longer than 60 characters." },
      { line: 11, reason: "The name or the group has a control character that cannot be seen." },
      { line: 12, reason: "The e-mail address is empty." },
      { line: 13, reason: "“a＠example.org” is no e-mail address." },
      { line: 14, reason: "“\"m@evil.example\"@example.org” is no e-mail address." },
    ]);
  });
});

describe("a file is refused as a whole, with a sentence", () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

  test.each([
    ["UTF-16", utf16("name,email\nA,a@example.org"), /UTF-16/],
    ["UTF-16, big-endian", utf16("name,email").reverse(), /UTF-16|NUL/],
    ["UTF-16 without a mark", new Uint8Array(Buffer.from("name,email", "utf16le")), /NUL/],
    ["Latin-1", new Uint8Array(Buffer.from("name,email\nZoë,z@example.org", "latin1")), /not UTF-8/],
    ["a NUL", "name,email\nA\0,a@example.org", /NUL/],
    ["a spreadsheet", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /NUL/],
    ["an unclosed quote", 'name,email\nA,a@example.org\n"B,b@example.org\nC,c@example.org', /opened after line 2 and never closed/],
    ["a quote in a field", 'name,email\nA "the first",a@example.org', /quote \("\) in the middle of a field after line 1/],
    ["two columns of one name", "name,email,Remarks,remarks\nA,a@example.org,,", /Two columns are named “remarks”/],
    ["two columns of one meaning", "name,email,full name\nA,a@example.org,A", /“name” and “full name” mean the same/],
    ["no name", "email,group\na@example.org,B1", /no column name\. Its first line reads: email, group/],
    ["neither", "a;b\nA;a@example.org", /no column name and no column e-mail/],
    ["nothing", "", /empty/],
    ["a header alone", "name,email\n", /no row below/],
    ["21 columns", `name,email${",".repeat(19)}\nA,a@example.org`, /21 columns/],
    ["5,001 rows", `name,email\n${"A,a@example.org\n".repeat(5001)}`, /5,001 rows/],
  ])("%s", (_, text, sentence) => {
    expect(refusalOf(text)).toMatch(sentence);
  });

  test("5,000 rows are read", () => {
    expect(rowsOf(`name,email\n${Array.from({ length: 5000 }, (_, index) => `A,a${index}@example.org`).join("\n")}`).rows).toHaveLength(5000);
  });
});

test("whatever the bytes, the answer is rows or a sentence, and no row is both good and bad", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary", maxLength: 200 }).map((text) => bytes(`name,email\n${text}`))), (file) => {
      const roster = readRoster(file);
      if (roster.refused !== null) return;
      const lines = [...roster.rows, ...roster.bad].map(({ line }) => line);
      expect(new Set(lines).size).toBe(lines.length);
    }),
  );
});
