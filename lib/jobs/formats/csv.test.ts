import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { csv } from "./csv";
import { find, readFixture } from "./fixtures/fixture";

const context = { company: "Acme", address: null };
const file = readFixture(csv, "listings.csv");

test("a row with everything, under a byte order mark, with lines in quotes", () => {
  expect(find(file, "A-1")).toEqual({
    externalId: "A-1",
    title: "Backend Engineer, Payments",
    company: "Acme Labs",
    places: ["Pune, India", "Chennai"],
    countries: ["IN"],
    remote: false,
    remoteFor: null,
    employment: "full-time",
    level: "entry",
    pay: { from: 600_000, to: 900_000, currency: "INR", period: "year" },
    postedAt: new Date("2026-11-01T00:00:00Z"),
    validUntil: new Date("2026-12-31T23:59:59+05:30"),
    html: "<h2>Role</h2>\n<ul>\n<li>Go</li>\n<li>SQL &lt;b</li>\n</ul>",
    language: "en",
    url: "https://acme.example/1",
    applyUrl: "https://acme.example/1/apply",
  });
});

test("a row with little: known again by its address; pay of 0 and a day that can be two are not known", () => {
  expect(find(file, "https://acme.example/2")).toMatchObject({ title: "Tester", company: "Acme", pay: null, postedAt: null, remote: null, places: [] });
  expect(file.listings).toHaveLength(2);
});

test("rows that cannot be used are named by their line", () => {
  expect(file.bad).toEqual([
    { where: "line 8", why: "It has no title." },
    { where: "line 9, “Half paid”", why: "Its pay has no currency: three letters, such as INR." },
    { where: "line 10, “Odd words”", why: "“perhaps” under remote is neither yes nor no." },
    { where: "line 11, “No way back”", why: "It has no id." },
    { where: "line 12", why: "There are 21 fields under 19 columns. A comma inside a field needs quotes around it." },
  ]);
});

test.each([
  ["", "The file is empty. Its first line has the names of the columns, such as title, company and url."],
  ["title,company\nTester,Acme\n", "The file has no column id and no column url. Its first line reads: title, company."],
  ["id,name\n1,x\n", "The file has no column title. Its first line reads: id, name."],
  ["id,title,Title\n1,a,b\n", "Two columns on line 1 are named “title”. Take one away."],
  ['id,title\n1,a\n2,"b\n3,c\n', 'A quote (") is opened after line 2 and never closed, so the rows from there on cannot be told apart.'],
  ['id,title\n1,a\n2,b"c\n', 'There is a quote (") in the middle of a field after line 2. Put the whole field in quotes, and write a quote inside it twice.'],
  ["id,title\n1,a\n2,b\0\n", "There is a NUL character on line 3, as a spreadsheet or a text in UTF-16 has. Save the file as “CSV UTF-8” and choose it again."],
  [`id,title\n${"1,a\n".repeat(20_001)}`, "The file has more than 20,000 rows. Cut it into parts."],
  [`id,title\n1,a\n2,"${"b".repeat(1_000_001)}`, "The row after line 2 is longer than 1,000,000 characters. A quote (\") may be missing."],
  [",".repeat(2_000_000), "A row has a thousand commas after one another, so it is no table of listings."],
])("a file that cannot be read without guessing is refused: %.60j", (body, why) => {
  let said = "";
  try {
    csv.read(body, context);
  } catch (error) {
    said = error instanceof Error ? error.message : "";
  }
  expect(said).toBe(why);
});

test.each([
  ["employment", "gig", "“gig” is no employment: full-time, part-time, contract, temporary or internship."],
  ["level", "wizard", "“wizard” is no level: entry, mid or senior."],
  ["country", "Atlantis", "“Atlantis” is no country: its two letters, such as IN."],
  ["pay_from", "plenty", "“plenty” is no amount of pay."],
])("a word under %s that is not known is said: %s", (column, word, why) => {
  expect(csv.read(`id,title,${column}\n1,Tester,${word}\n`, context).bad).toEqual([{ where: "line 2, “Tester”", why }]);
});

test.each([
  ["Rs", "year", "“Rs” is no currency: three letters, such as INR."],
  ["INR", "", "Its pay has no period: hour, day, week, month or year."],
  ["INR", "fortnight", "“fortnight” is no period of pay: hour, day, week, month or year."],
])("pay in %s per %s is refused", (currency, period, why) => {
  expect(csv.read(`id,title,pay_to,currency,period\n1,Tester,100,${currency},${period}\n`, context).bad).toEqual([{ where: "line 2, “Tester”", why }]);
});

const SET = path.resolve("../shared/jobs/sets/ats-engineering-2026-07-18..2026-08-08.csv");

test.skipIf(!existsSync(SET))("2,291 rows of the recorded set are read (needs ../shared/jobs/sets)", () => {
  const rows: Record<string, string>[] = parse(readFileSync(SET, "utf8"), { columns: true });
  const LEVELS: Record<string, string> = { junior: "entry", mid: "mid", senior: "senior", "staff+": "senior" };
  const ours = rows.map((row) => ({
    id: row["job_uid"],
    title: row["title"],
    company: row["company"],
    places: row["location_raw"],
    remote: row["is_remote"]?.toLowerCase(),
    employment: row["employment_type"],
    level: LEVELS[row["seniority"] ?? ""] ?? "",
    pay_from: row["salary_min_orig"],
    pay_to: row["salary_max_orig"],
    currency: row["currency_original"],
    period: row["salary_interval_orig"]?.replace(/^per-(\w+)-(?:salary|wage)$/, "$1"),
    posted: row["published_at"],
    apply_url: row["apply_url"],
  }));
  const { listings, bad } = csv.read(stringify(ours, { header: true }), context);
  expect(bad).toEqual([]);
  expect(listings).toHaveLength(2291);
  expect(listings.map(({ externalId }) => externalId)).toEqual(rows.map((row) => row["job_uid"]));
  expect(listings.map(({ title }) => title)).toEqual(rows.map((row) => row["title"]?.replace(/\s+/g, " ").trim()));
  expect(listings.map(({ postedAt }) => postedAt)).toEqual(rows.map((row) => new Date(row["published_at"] ?? "")));
  expect(listings.filter(({ remote }) => remote)).toHaveLength(rows.filter((row) => row["is_remote"] === "True").length);
  expect(listings.filter(({ pay }) => pay)).toHaveLength(885);
  const amount = (words: string | undefined) => (words ? Number(words) : null);
  expect(listings.map(({ pay }) => [pay?.from ?? null, pay?.to ?? null, pay?.currency ?? ""])).toEqual(
    rows.map((row) => [amount(row["salary_min_orig"]), amount(row["salary_max_orig"]), row["currency_original"]]),
  );
});
