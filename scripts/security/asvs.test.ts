import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The numbers of ASVS 5.0 that docs/security.md goes through: all of level 1 and 2, and the chosen ones of level 3. */
const ASKED = `
  1.1: 1-2; 1.2: 1-10; 1.3: 1-12; 1.4: 1-3; 1.5: 1-3; 2.1: 1-3; 2.2: 1-3; 2.3: 1-4; 2.4: 1; 3.2: 1-3; 3.3: 1-4; 3.4: 1-8; 3.5: 1-5, 7-8; 3.7: 1-3;
  4.1: 1-3; 4.2: 1; 4.3: 1-2; 4.4: 1-4; 5.1: 1; 5.2: 1-4, 6; 5.3: 1-3; 5.4: 1-3; 6.1: 1-3; 6.2: 1-12; 6.3: 1-5, 7-8; 6.4: 1-4, 6; 6.5: 1-6; 6.6: 1-3;
  6.7: 2; 6.8: 1-4; 7.1: 1-3; 7.2: 1-4; 7.3: 1-2; 7.4: 1-5; 7.5: 1-3; 7.6: 1-2; 8.1: 1-2; 8.2: 1-3; 8.3: 1-3; 8.4: 1; 9.1: 1-3; 9.2: 1-4; 10.1: 1-2;
  10.2: 1-2; 10.3: 1-4; 10.4: 1-11; 10.5: 1-5; 10.6: 1-2; 10.7: 1-3; 11.1: 1-2; 11.2: 1-3; 11.3: 1-3; 11.4: 1-4; 11.5: 1; 11.6: 1; 12.1: 1-3; 12.2: 1-2;
  12.3: 1-4; 13.1: 1-3; 13.2: 1-6; 13.3: 1-2, 4; 13.4: 1-6; 14.1: 1-2; 14.2: 1-8; 14.3: 1-3; 15.1: 1-5; 15.2: 1-4; 15.3: 1-7; 15.4: 2-3; 16.1: 1;
  16.2: 1-5; 16.3: 1-4; 16.4: 1-3; 16.5: 1-4; 17.1: 1; 17.2: 1-4; 17.3: 1-2`;

const page = readFileSync("docs/security.md", "utf8");
const rows = page.split("\n").flatMap((line) => {
  const [, number, , , metBy = "", shownBy = ""] = /^\| (\d+\.\d+\.\d+) \| ([123]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
  return number === undefined ? [] : [{ number, shownBy, says: /^(open|host|does not apply): |^(deviation) \d/.exec(metBy)?.slice(1).find(Boolean) ?? "met" }];
});

function numbersOf(asked: string): string[] {
  return asked.split(";").flatMap((part) => {
    const [section = "", ranges = ""] = part.trim().split(": ");
    return ranges.split(", ").flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
    });
  });
}

test("every number stands there once, in order, and no line of the tables is anything else", () => {
  expect(rows.map(({ number }) => number)).toEqual(numbersOf(ASKED));
  expect(rows).toHaveLength(page.split("\n").filter((line) => /^\| \d+\.\d+\.\d/.test(line)).length);
});

test("every file that is named is there", () => {
  const words = [...page.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);
  const files = words.filter((word) => /^(?:app|bench|components|db|docs|e2e|lib|scripts)\/|^[\w.-]+\.(?:ts|mjs|md|json)$/.test(word));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test("what is met names its test, or says that there is none", () => {
  const silent = rows.filter(({ says, shownBy }) => says === "met" && !/`(?:[^`]+\.(?:test|spec)\.ts|e2e\/fixtures\.ts|scripts\/security\/hostile\/run\.ts)`|^no test$|^–$/.test(shownBy));
  expect(silent).toEqual([]);
});

test("the counts at its head are those of its tables", () => {
  const count = (said: string) => rows.filter(({ says }) => says === said).length;
  const untried = rows.filter(({ says, shownBy }) => says === "met" && !shownBy.includes("`")).length;
  const told = `of ${rows.length} numbers ${count("met")} are met (${untried} of them without a test), ${count("host")} are asked of whoever hosts, ${count("deviation")} are deviations, ${count("open")} are open and ${count("does not apply")} do not apply.`;
  expect(page.replace(/\s+/g, " ")).toContain(told);
});
