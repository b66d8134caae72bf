import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvAnswer, csvField, csvLine, pagesOf } from "./csv";

/** What people are called, and what somebody may call themselves. Each with what the file says. */
const CORPUS: [name: string, written: string][] = [
  ["Sneha Kulkarni", "Sneha Kulkarni"],
  ["स्नेहल पाटील", "स्नेहल पाटील"],
  ["李小龍", "李小龍"],
  ["محمد الأمين", "محمد الأمين"],
  ["Joseph D'Souza, Jr.", "Joseph D'Souza, Jr."],
  ['Imran "Immu" Shaikh', 'Imran "Immu" Shaikh'],
  ["Two\nlines", "Two\nlines"],
  ["Anne-Marie + Kim = two @ once", "Anne-Marie + Kim = two @ once"],
  ["👩🏽‍💻 Rao", "👩🏽‍💻 Rao"],
  ["=1+1", "'=1+1"],
  ["+91 98765", "'+91 98765"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1:A9)", "'@SUM(A1:A9)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["\0=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["   =HYPERLINK(A1)", "'   =HYPERLINK(A1)"],
  ["\u00a0\u3000=1", "'\u00a0\u3000=1"],
  ["＝1＋1", "'＝1＋1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠SUM", "'＠SUM"],
  ["Nul\0l", "Null"],
];

test("a spreadsheet takes no name for a formula, and other names stay as they are", () => {
  const file = CORPUS.map(([name]) => csvLine([name, "after"])).join("");
  expect(parse(file)).toEqual(CORPUS.map(([, written]) => [written, "after"]));
  expect(file).not.toContain("\0");
  for (const line of CORPUS) expect(csvField(line[0])).toMatch(/^".*"$/s);
});

test("numbers and nothing are fields too", () => {
  expect(csvLine([0, null, 168])).toBe('"0","","168"\r\n');
});

describe("a file that is made while it is fetched", () => {
  const numbers = (asked: (number | null)[]) =>
    pagesOf<number>((last) => {
      asked.push(last);
      const from = (last ?? 0) + 1;
      return Promise.resolve(from > 6 ? [] : [from, from + 1]);
    });

  test("begins with a BOM and its columns, and has every row of every page once", async () => {
    const answer = csvAnswer("pune-2026-grid.csv", ["Number"], numbers([]), (row) => csvLine([row]));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(Buffer.from(bytes), { bom: true })).toEqual([["Number"], ["1"], ["2"], ["3"], ["4"], ["5"], ["6"]]);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="pune-2026-grid.csv"');
  });

  test("reads a page when the one before was taken, and none once nobody listens", async () => {
    const asked: (number | null)[] = [];
    const reader = csvAnswer("x.csv", ["Number"], numbers(asked), (row) => csvLine([row])).body?.getReader();
    expect(asked).toEqual([]);
    await reader?.read();
    await reader?.read();
    expect(asked).toEqual([null]);
    await reader?.read();
    expect(asked).toEqual([null, 2]);
    await reader?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toEqual([null, 2]);
  });
});
